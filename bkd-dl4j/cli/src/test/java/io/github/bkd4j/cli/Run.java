package io.github.bkd4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What a command line did in this JVM.
 *
 * @param status it ended with
 * @param out what it printed to stdout
 * @param err what it printed to stderr, notices of the library first
 */
record Run(int status, String out, String err) {

    /** Of words; those of an array are words too. */
    static Run of(Object... args) {
        return withInput(new byte[0], args);
    }

    static Run withInput(byte[] input, Object... args) {
        InputStream usualIn = System.in;
        PrintStream usualErr = System.err;
        ByteArrayOutputStream notices = new ByteArrayOutputStream();
        System.setIn(new ByteArrayInputStream(input));
        System.setErr(new PrintStream(notices, true, UTF_8));
        try {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int status = Bkd.run(
                    new PrintWriter(out),
                    new PrintWriter(err),
                    Arrays.stream(args).flatMap(Run::words).toArray(String[]::new));
            return new Run(status, out.toString(), notices.toString(UTF_8) + err);
        } finally {
            System.setIn(usualIn);
            System.setErr(usualErr);
        }
    }

    static Stream<String> words(Object arg) {
        return arg instanceof Object[] several ? Stream.of(several).flatMap(Run::words) : Stream.of(arg.toString());
    }

    /** The command in a JVM of its own. */
    static Process process(Object... args) throws IOException {
        Stream<String> jvm = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Bkd.class.getName());
        return new ProcessBuilder(Stream.concat(jvm, Arrays.stream(args).flatMap(Run::words))
                        .toList())
                .start();
    }

    /** Done, and nothing went wrong. */
    Run done() {
        assertThat(status).as(err).isZero();
        return this;
    }

    /** Refused with one line and nothing else. */
    void refused(String sentence) {
        assertThat(err).isEqualTo("bkd: " + sentence + System.lineSeparator());
        assertThat(out).isEmpty();
        assertThat(status).isEqualTo(2);
    }
}
