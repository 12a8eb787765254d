package io.github.bkd4j.teacher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.io.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;

/**
 * The JSON description beside an .npy file that this library wrote.
 *
 * @param format always {@link #FORMAT}
 * @param teacher name of the teacher that predicted the logits
 * @param fingerprint of the corpus that the logits were computed for
 * @param labels of the columns
 * @param silent rows without a prediction
 * @param sha256 of all other fields and of the .npy file
 */
record Sidecar(
        String format, String teacher, String fingerprint, List<String> labels, List<Integer> silent, String sha256) {

    private static final String FORMAT = "bkd-logits-1";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    Sidecar {
        Checks.require(format.equals(FORMAT), "format must be " + FORMAT + " but was " + format);
        Objects.requireNonNull(teacher, "teacher");
        Objects.requireNonNull(fingerprint, "fingerprint");
        labels = List.copyOf(labels);
        silent = List.copyOf(silent);
        Objects.requireNonNull(sha256, "sha256");
    }

    static Sidecar of(String teacher, String fingerprint, List<String> labels, List<Integer> silent) {
        return new Sidecar(FORMAT, teacher, fingerprint, labels, silent, "");
    }

    /** The path of the sidecar of an .npy file. */
    static Path beside(Path npy) {
        return npy.resolveSibling(npy.getFileName() + ".json");
    }

    /** Reads the sidecar of a file, and refuses it unless its checksum matches the file. */
    static Sidecar read(Path npy) {
        Path file = beside(npy);
        if (!Files.isRegularFile(file)) {
            throw new LogitsException(file + ": no such file; must describe " + npy.getFileName());
        }
        try {
            Sidecar sidecar = JSON.readValue(Files.readAllBytes(file), Sidecar.class);
            if (sidecar == null || !sidecar.equals(sidecar.sealed(npy))) {
                throw new LogitsException(
                        file + ": must describe " + npy.getFileName() + " as it is but one of the two was altered");
            }
            return sidecar;
        } catch (JsonProcessingException e) {
            throw new LogitsException(file + ": must describe logits in format " + FORMAT + " but did not", e);
        } catch (IOException e) {
            throw new LogitsException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes this sidecar beside an existing file. */
    void write(Path npy) throws IOException {
        byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(sealed(npy));
        AtomicFile.write(beside(npy), out -> out.write(json));
    }

    private Sidecar sealed(Path npy) throws IOException {
        Sidecar open = of(teacher, fingerprint, labels, silent);
        MessageDigest digest = Sha256.digest();
        digest.update(JSON.writeValueAsBytes(open));
        Files.copy(npy, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return new Sidecar(FORMAT, teacher, fingerprint, labels, silent, Sha256.hex(digest));
    }
}
