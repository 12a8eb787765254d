package io.github.bkd4j.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts that CUDA needs, and whether this machine has them. Detected without starting ND4J, which would print a
 * stack trace where a part is missing.
 *
 * @param driver whether NVIDIA's driver is installed
 * @param devices names of the devices that the driver lists
 * @param jar whether {@code nd4j-cuda} is on the class path
 */
record CudaParts(boolean driver, List<String> devices, boolean jar) {

    private static final String BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";
    private static final String MODEL = "Model:";

    static CudaParts here() {
        boolean jar = CudaParts.class.getClassLoader().getResource(BACKEND) != null;
        return at(Path.of("/"), Optional.ofNullable(System.getenv("SystemRoot")).map(Path::of), jar);
    }

    /** Detects the parts on the machine with the file system root {@code root}; on Windows, from the system folder. */
    static CudaParts at(Path root, Optional<Path> windows, boolean jar) {
        Path nvidia = root.resolve("proc/driver/nvidia");
        if (Files.exists(nvidia.resolve("version"))) {
            return new CudaParts(true, devices(nvidia.resolve("gpus")), jar);
        }
        boolean behindWindows = Files.exists(root.resolve("usr/lib/wsl/lib/libcuda.so.1"))
                || windows.map(system -> Files.exists(system.resolve("System32").resolve("nvcuda.dll")))
                        .orElse(false);
        return behindWindows
                ? new CudaParts(true, List.of("a device that Windows knows"), jar)
                : new CudaParts(false, List.of(), jar);
    }

    private static List<String> devices(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> devices = Files.list(folder)) {
            return devices.sorted()
                    .map(device -> model(device.resolve("information")))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String model(Path information) {
        try (Stream<String> lines = Files.lines(information)) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .findFirst()
                    .map(line -> line.substring(MODEL.length()).strip())
                    .orElse("an NVIDIA device");
        } catch (IOException e) {
            return "an NVIDIA device";
        }
    }

    /** The first missing part, phrased to end a sentence; empty if nothing is missing. */
    Optional<String> missing() {
        if (!driver) {
            return Optional.of("the NVIDIA driver is missing");
        }
        if (devices.isEmpty()) {
            return Optional.of("the NVIDIA driver knows no device");
        }
        return jar ? Optional.empty() : Optional.of("nd4j-cuda-11.6 is missing on the class path: see bkd-dl4j-cuda");
    }

    /** The device that ND4J selects. */
    String device() {
        return devices.get(0);
    }
}
