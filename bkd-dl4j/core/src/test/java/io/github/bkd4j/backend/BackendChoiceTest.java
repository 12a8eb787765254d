package io.github.bkd4j.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The switch on machines that are made up: with and without driver, device and jar. */
class BackendChoiceTest {

    private static final CudaParts ALL = new CudaParts(true, List.of("NVIDIA H100", "another"), true);
    private static final CudaParts NO_DRIVER = new CudaParts(false, List.of(), true);
    private static final CudaParts NO_DEVICE = new CudaParts(true, List.of(), true);
    private static final CudaParts NO_JAR = new CudaParts(true, List.of("NVIDIA H100"), false);
    private static final Map<String, String> CPU_FIRST = Map.of("BACKEND_PRIORITY_CPU", "1000");

    @TempDir
    private Path root;

    private static BackendChoice.Taken take(BackendChoice choice, CudaParts parts, Map<String, String> environment) {
        return choice.take(parts, environment, () -> Backend.CUDA);
    }

    private static void isRefused(
            BackendChoice choice, CudaParts parts, Map<String, String> environment, String message) {
        assertThatThrownBy(() -> take(choice, parts, environment))
                .isInstanceOf(BackendException.class)
                .hasMessage(message);
    }

    @Test
    void aWordIsAChoice() {
        assertThat(BackendChoice.of("cuda")).isEqualTo(BackendChoice.CUDA);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BackendChoice.of("gpu"))
                .withMessage("backend must be cpu, cuda or auto but was gpu");
    }

    @Test
    void thePropertyIsAChoice() {
        String before = System.getProperty("bkd.backend");
        try {
            System.setProperty("bkd.backend", "auto");
            assertThat(BackendChoice.ofEnvironment()).contains(BackendChoice.AUTO);
        } finally {
            if (before == null) {
                System.clearProperty("bkd.backend");
            } else {
                System.setProperty("bkd.backend", before);
            }
        }
    }

    @Test
    void cudaIsTakenWhereAllIsThere() {
        assertThat(take(BackendChoice.CUDA, ALL, Map.of()))
                .isEqualTo(new BackendChoice.Taken(Backend.CUDA, "NVIDIA H100"));
        assertThat(take(BackendChoice.AUTO, ALL, Map.of()))
                .isEqualTo(new BackendChoice.Taken(Backend.CUDA, "NVIDIA H100"));
    }

    @Test
    void whatIsMissingIsSaid() {
        isRefused(
                BackendChoice.CUDA, NO_DRIVER, Map.of(), "backend cuda was asked for but the NVIDIA driver is missing");
        isRefused(
                BackendChoice.CUDA,
                NO_DEVICE,
                Map.of(),
                "backend cuda was asked for but the NVIDIA driver knows no device");
        isRefused(
                BackendChoice.CUDA,
                NO_JAR,
                Map.of(),
                "backend cuda was asked for but nd4j-cuda-11.6 is missing on the class path: see bkd-dl4j-cuda");
        isRefused(
                BackendChoice.CUDA,
                ALL,
                CPU_FIRST,
                "backend cuda was asked for but the environment variable BACKEND_PRIORITY_CPU puts the CPU first");
        assertThatThrownBy(() -> BackendChoice.CUDA.take(ALL, Map.of(), () -> Backend.CPU))
                .isInstanceOf(BackendException.class)
                .hasMessage("backend cuda was asked for but ND4J could not start it on NVIDIA H100 and took the CPU:"
                        + " CUDA 11.6 must be installed");
    }

    @Test
    void autoTakesTheCpuAndSaysWhy() {
        assertThat(take(BackendChoice.AUTO, NO_DRIVER, Map.of()))
                .isEqualTo(new BackendChoice.Taken(Backend.CPU, "the NVIDIA driver is missing"));
        assertThat(take(BackendChoice.AUTO, ALL, CPU_FIRST))
                .isEqualTo(new BackendChoice.Taken(Backend.CPU, "BACKEND_PRIORITY_CPU puts it first"));
    }

    @Test
    void theCpuIsTakenUnlessCudaWouldComeFirst() {
        BackendChoice.Taken cpu = new BackendChoice.Taken(Backend.CPU, "as asked for");
        assertThat(take(BackendChoice.CPU, NO_JAR, Map.of())).isEqualTo(cpu);
        assertThat(take(BackendChoice.CPU, ALL, CPU_FIRST)).isEqualTo(cpu);
        isRefused(
                BackendChoice.CPU,
                ALL,
                Map.of(),
                "backend cpu was asked for but ND4J will take CUDA: start Java with the environment variable"
                        + " BACKEND_PRIORITY_CPU=1000");
    }

    @Test
    void linuxSaysWhatItsDriverKnows() throws IOException {
        assertThat(CudaParts.at(root, Optional.empty(), true)).isEqualTo(NO_DRIVER);
        Path nvidia = Files.createDirectories(root.resolve("proc/driver/nvidia"));
        Files.writeString(nvidia.resolve("version"), "NVRM version: ...");
        assertThat(CudaParts.at(root, Optional.empty(), true)).isEqualTo(NO_DEVICE);
        Path device = Files.createDirectories(nvidia.resolve("gpus/0000:01:00.0"));
        Files.writeString(device.resolve("information"), "Model: \t\t NVIDIA H100\nIRQ: 7\n");
        assertThat(CudaParts.at(root, Optional.empty(), false)).isEqualTo(NO_JAR);
        Files.createDirectories(nvidia.resolve("gpus/0000:02:00.0"));
        assertThat(CudaParts.at(root, Optional.empty(), false).devices())
                .containsExactly("NVIDIA H100", "an NVIDIA device");
    }

    @Test
    void windowsHasItsLibrary() throws IOException {
        Path system = Files.createDirectories(root.resolve("System32"));
        assertThat(CudaParts.at(root, Optional.of(root), true)).isEqualTo(NO_DRIVER);
        Files.createFile(system.resolve("nvcuda.dll"));
        assertThat(CudaParts.at(root, Optional.of(root), true).missing()).isEmpty();
    }
}
