package io.github.bkd4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadModelTest {

    @TempDir
    private static Path folder;

    private static Path model = Path.of("");
    private static Path bad = Path.of("");

    @BeforeAll
    static void train() {
        model = Tickets.model(folder);
        bad = folder.resolve("bad.bkd");
    }

    private static void refused(String sentence) {
        Run.of("classify", bad).refused(bad + sentence);
        Run.of("evaluate", bad, "--test", Tickets.test(folder)).refused(bad + sentence);
    }

    /** The model with one of its blocks changed. */
    private static void change(String block, UnaryOperator<String> change) throws IOException {
        try (ZipFile in = new ZipFile(model.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bad))) {
            for (Enumeration<? extends ZipEntry> entries = in.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream bytes = in.getInputStream(entry)) {
                    byte[] content = bytes.readAllBytes();
                    out.write(entry.getName().equals(block) ? changed(content, change) : content);
                }
            }
        }
    }

    private static byte[] changed(byte[] content, UnaryOperator<String> change) {
        return change.apply(new String(content, UTF_8)).getBytes(UTF_8);
    }

    @Test
    void missing() throws IOException {
        Files.deleteIfExists(bad);
        refused(": no such model file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a model", "PK"})
    void somethingElse(String content) throws IOException {
        Files.writeString(bad, content);
        refused(content.equals("PK") ? ": the model is cut off" : ": not a bkd model");
    }

    @Test
    void anotherZip() throws IOException {
        change("manifest.json", manifest -> manifest.replace("bkd-model", "recipes"));
        refused(": not a bkd model");
    }

    @Test
    void cutOff() throws IOException {
        byte[] whole = Files.readAllBytes(model);
        Files.write(bad, Arrays.copyOf(whole, whole.length / 2));
        refused(": the model is cut off");
    }

    @Test
    void altered() throws IOException {
        change("model.json", json -> json.replace("refund", "refuse"));
        refused(": the model is altered: model.json is not what the manifest says");
    }

    @Test
    void ofANewerVersion() throws IOException {
        change("manifest.json", manifest -> manifest.replaceFirst("(\"version\" *: *)2", "$13"));
        refused(": the model has format version 3 but this version of bkd reads up to 2");
    }

    @Test
    void withSomethingBehindIt() throws IOException {
        Files.copy(model, bad, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(bad, "something else that is longer than the end of a zip file", StandardOpenOption.APPEND);
        refused(": the model is altered: bytes follow its end");
    }
}
