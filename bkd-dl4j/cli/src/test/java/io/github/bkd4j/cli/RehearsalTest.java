package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What the launcher runs after a build. */
class RehearsalTest {

    @Test
    void servesAndClassifies() throws IOException, InterruptedException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        assertThat(Rehearsal.run(new PrintWriter(out), new PrintWriter(err))).isZero();

        assertThat(out.toString()).isEqualTo("first\t0.5000\tfirst text%nfirst\t0.5000\tsecond text%n".formatted());
        assertThat(err.toString()).isEmpty();
    }
}
