package io.github.bkd4j.text;

import io.github.bkd4j.io.PlainFile;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/** Reads a text file of word vectors line by line. GloVe's has no header; word2vec's and fastText's have one. */
@Slf4j
@RequiredArgsConstructor
final class VectorFile {

    private static final Pattern HEADER = Pattern.compile("(\\d{1,9}) (\\d{1,9})");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final Predicate<String> wanted;
    private final Map<String, float[]> vectors = new LinkedHashMap<>();
    private OptionalLong declared = OptionalLong.empty(); // how many vectors the header says there are
    private int dimension;
    private long line; // from 1
    private long read; // vectors, wanted or not
    private long repeated; // vectors of words that have one already
    private String firstRepeated = "";

    /** The wanted vectors, at least one, in the order of the file. */
    static Map<String, float[]> read(Path file, Predicate<String> wanted) {
        requireTextFile(file);
        try (BufferedReader in = open(file)) {
            return new VectorFile(file, wanted).vectors(in);
        } catch (ZipException | EOFException e) {
            throw new WordVectorsException(file + ": must be a whole gzip file but was broken", e);
        } catch (IOException e) {
            throw new WordVectorsException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireTextFile(Path file) {
        require(!Files.notExists(file), file + ": no such file");
        require(!Files.isDirectory(file), file + ": must be a file but was a folder");
        require(Files.isReadable(file), file + ": must be readable but was not");
        String name = file.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        Stream.of(".bin", ".zip").filter(name::endsWith).forEach(ending -> {
            throw new WordVectorsException(file + ": must be vectors as text, .txt or .vec, but was " + ending);
        });
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new WordVectorsException(message);
        }
    }

    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(PlainFile.open(file), StandardCharsets.UTF_8), 1 << 16);
    }

    private Map<String, float[]> vectors(BufferedReader in) throws IOException {
        begin(next(in));
        for (String next = next(in); next != null; next = next(in)) {
            add(next);
        }
        requireAsDeclared();
        require(
                !vectors.isEmpty(),
                file + ": must have a vector of at least one wanted word but had none in " + read + " vectors");
        sayRepeated();
        return vectors;
    }

    /** The next line; null after the last. */
    private @Nullable String next(BufferedReader in) throws IOException {
        line++;
        String next = in.readLine();
        return next == null ? null : withoutBlanksAtTheEnd(next);
    }

    /** word2vec and fastText write a blank after the last value too. */
    private static String withoutBlanksAtTheEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    private void begin(@Nullable String first) {
        if (first == null) {
            throw new WordVectorsException(file + ": must have at least one line WORD VALUE ... but was empty");
        }
        String begin = first.startsWith(BYTE_ORDER_MARK) ? first.substring(1) : first;
        Matcher header = HEADER.matcher(begin);
        if (header.matches()) {
            declared = OptionalLong.of(Long.parseLong(header.group(1)));
            dimension = Integer.parseInt(header.group(2));
            requireHere(dimension >= 1, "dimension in the header must be >= 1 but was 0");
        } else {
            dimension = VectorLine.fields(begin) - 1;
            requireHere(dimension >= 1, "must be WORD VALUE ... but had no value");
            VectorLine.of(begin, dimension, this::here).vector(this::here); // is it vectors at all?
            add(begin);
        }
    }

    private void add(String text) {
        VectorLine next = VectorLine.of(text, dimension, this::here);
        read++;
        if (wanted.test(next.word())) {
            float[] vector = next.vector(this::here);
            if (vectors.putIfAbsent(next.word(), vector) != null) {
                repeated++;
                firstRepeated = repeated == 1 ? "'" + next.word() + "' in line " + line : firstRepeated;
            }
        }
    }

    private void requireAsDeclared() {
        declared.ifPresent(rows -> require(
                rows == read, file + ":1: header must say how many vectors follow, " + read + ", but said " + rows));
    }

    private void sayRepeated() {
        if (repeated > 0) {
            log.warn("{}: lines that repeat a word are skipped: {}, the first {}", file, repeated, firstRepeated);
        }
    }

    private void requireHere(boolean holds, String rule) {
        if (!holds) {
            throw here(rule);
        }
    }

    private WordVectorsException here(String rule) {
        return new WordVectorsException(file + ":" + line + ": " + rule);
    }
}
