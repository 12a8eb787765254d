package io.github.bkd4j.corpora;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Labeled;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole files of text, unzipped if their names end in .gz. */
final class TextFiles {

    private TextFiles() {}

    static String latin1(Path file) {
        return new String(bytes(file), ISO_8859_1);
    }

    static String utf8(Path file) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
        } catch (CharacterCodingException e) {
            throw new CorpusException(file + ": must be UTF-8 but was not", e);
        }
    }

    private static byte[] bytes(Path file) {
        if (Files.notExists(file)) {
            throw new CorpusException(file + ": no such file");
        }
        return CifarImages.bytes(file);
    }

    /** A text without white space at its ends, and its label; neither may be blank. */
    static Labeled<String> labeled(String place, String text, String label) {
        if (text.isBlank()) {
            throw new CorpusException(place + ": text must not be blank");
        }
        try {
            return new Labeled<>(text.strip(), label);
        } catch (IllegalArgumentException e) {
            throw new CorpusException(place + ": " + e.getMessage(), e);
        }
    }
}
