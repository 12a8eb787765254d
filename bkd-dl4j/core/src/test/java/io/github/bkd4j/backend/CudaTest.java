package io.github.bkd4j.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A device gives what the CPU gives: run by {@code mvn verify -Dbkd.backend=cuda}, where all other tests, those of the
 * losses first, run on it too. Skipped where there is none.
 */
class CudaTest {

    @BeforeAll
    static void onADevice() {
        assumeTrue("cuda".equals(System.getProperty("bkd.backend")), "runs with -Dbkd.backend=cuda alone");
        Optional<String> missing = CudaParts.here().missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }

    @Test
    void nd4jHasTakenTheDevice() {
        assertThat(BackendChoice.CUDA.take().backend()).isEqualTo(Backend.CUDA);
    }

    @Test
    void aShortDistillationIsTheSameAsOnTheCpu() throws IOException, InterruptedException {
        double[] here = ShortDistillation.probabilities();
        double[] onCpu = probabilitiesOnCpu();
        assertThat(here).hasSameSizeAs(onCpu).containsExactly(onCpu, within(0.02));
    }

    private static double[] probabilitiesOnCpu() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShortDistillation.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("BACKEND_PRIORITY_CPU", "1000");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String last = printed.strip().lines().reduce((one, other) -> other).orElse("");
        return Arrays.stream(last.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
