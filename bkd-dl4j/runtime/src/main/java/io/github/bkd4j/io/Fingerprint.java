package io.github.bkd4j.io;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Identifies what a result depends on: named settings in a canonical form, and contents by their SHA-256. Equal in
 * every process and on every machine if the inputs are; different if one of them differs. Immutable.
 *
 * <pre>{@code
 * Fingerprint run = Fingerprint.of()
 *         .with("schedule", schedule)
 *         .withFile("vectors", Path.of("glove.txt"))
 *         .withTexts("unlabelled", texts);
 * }</pre>
 *
 * <p>Settings are null, text, booleans, numbers, enums, fingerprints, whatever is {@link Fingerprinted}, and lists,
 * maps and records of these; {@code Object.toString()} is never asked, and no address or 32-bit hash takes part. A
 * number is the shortest decimal that reads back as the same number, so that 1 and 1.0 are the same setting.
 */
public final class Fingerprint {

    private static final Fingerprint EMPTY = new Fingerprint(new TreeMap<>());
    private static final int MOST_DIGITS = 17; // tell any two doubles apart

    private final SortedMap<String, String> entries; // name -> canonical value

    private Fingerprint(SortedMap<String, String> entries) {
        this.entries = Collections.unmodifiableSortedMap(entries);
    }

    /**
     * Depends on nothing yet.
     *
     * @return the empty fingerprint
     */
    public static Fingerprint of() {
        return EMPTY;
    }

    /**
     * Adds settings.
     *
     * @param name of the settings, not blank, each once
     * @param settings values as {@link Fingerprint} lists them
     * @return a larger copy
     * @throws IllegalArgumentException if the name is blank or there already, or a value is of another type
     */
    public Fingerprint with(String name, @Nullable Object settings) {
        return plus(name, canonical(name, settings));
    }

    /**
     * Adds texts, by their SHA-256.
     *
     * @param name of the texts, not blank, each once
     * @param texts any, in an order that matters
     * @return a larger copy
     * @throws IllegalArgumentException if the name is blank or there already
     */
    public Fingerprint withTexts(String name, List<String> texts) {
        return plus(name, Sha256.of(texts));
    }

    /**
     * Adds the content of a file, by its SHA-256; where it lies does not matter.
     *
     * @param name of the content, not blank, each once
     * @param file that can be read
     * @return a larger copy
     * @throws IllegalArgumentException if the name is blank or there already
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public Fingerprint withFile(String name, Path file) {
        return plus(name, Sha256.of(file));
    }

    /**
     * Adds bytes, by their SHA-256.
     *
     * @param name of the bytes, not blank, each once
     * @param bytes any
     * @return a larger copy
     * @throws IllegalArgumentException if the name is blank or there already
     */
    public Fingerprint withBytes(String name, byte[] bytes) {
        return plus(name, Sha256.of(bytes));
    }

    /**
     * The content of one instance of a corpus.
     *
     * @param instance text, or else settings as {@link Fingerprint} lists them
     * @return a text's UTF-8 bytes, or those of the canonical text
     * @throws IllegalArgumentException if a value is of another type
     */
    public static byte[] content(Object instance) {
        String text = instance instanceof String given ? given : canonical("instance", instance);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Fingerprint plus(String name, String value) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank but was \"" + name + "\"");
        }
        SortedMap<String, String> more = new TreeMap<>(entries);
        if (more.put(name, value) != null) {
            throw new IllegalArgumentException("name must be new but " + name + " was there already");
        }
        return new Fingerprint(more);
    }

    private static String canonical(String name, @Nullable Object value) {
        if (value instanceof Fingerprinted own) {
            return own.fingerprint().toString();
        }
        if (value == null || value instanceof Boolean || value instanceof Fingerprint) {
            return String.valueOf(value);
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof Number number) {
            return number(name, number);
        }
        if (value instanceof Enum<?> constant) {
            return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
        }
        if (value instanceof List<?> list) {
            return list(name, list);
        }
        if (value instanceof Map<?, ?> map) {
            return map(name, map);
        }
        if (value instanceof Record settings) {
            return record(name, settings);
        }
        throw refusal(name, value);
    }

    private static IllegalArgumentException refusal(String name, Object value) {
        return new IllegalArgumentException(
                name + " must be null, text, a boolean, a number, an enum, a list, a map or a"
                        + " record of these, or implement Fingerprinted but was "
                        + value.getClass().getName());
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    private static String number(String name, Number number) {
        if (number instanceof Double || number instanceof Float) {
            return shortest(number.doubleValue());
        }
        if (number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger) {
            return number.toString();
        }
        if (number instanceof BigDecimal decimal) {
            return plain(decimal);
        }
        throw refusal(name, number);
    }

    // Double.toString() is not the shortest form before Java 19, and differs after.
    private static String shortest(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 && 1 / value > 0 ? "0" : Double.toString(value);
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(MOST_DIGITS)));
    }

    private static String plain(BigDecimal decimal) {
        return decimal.stripTrailingZeros().toString();
    }

    private static String list(String name, List<?> list) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            values.add(canonical(name + "[" + i + "]", list.get(i)));
        }
        return "[" + String.join(", ", values) + "]";
    }

    private static String map(String name, Map<?, ?> map) {
        SortedMap<String, String> sorted = new TreeMap<>();
        map.forEach((key, value) -> {
            String shown = canonical("key of " + name, key);
            sorted.put(shown, canonical(name + "[" + shown + "]", value));
        });
        return braced(sorted.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()));
    }

    private static String braced(Stream<String> pairs) {
        return pairs.collect(Collectors.joining(", ", "{", "}"));
    }

    private static String record(String name, Record settings) {
        return Arrays.stream(settings.getClass().getRecordComponents())
                .map(part -> part.getName() + "=" + canonical(name + "." + part.getName(), value(part, settings)))
                .collect(Collectors.joining(", ", settings.getClass().getSimpleName() + "(", ")"));
    }

    private static @Nullable Object value(RecordComponent part, Record settings) {
        try {
            Method accessor = part.getAccessor();
            accessor.setAccessible(true); // the record may be package-private
            return accessor.invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("component " + part + " cannot be read", e);
        }
    }

    /**
     * Everything that a result depends on, to be shown, or to be compared name by name.
     *
     * @return canonical values by name, in the order of the names; a content is its SHA-256
     */
    public SortedMap<String, String> entries() {
        return entries;
    }

    /**
     * Identifies everything at once.
     *
     * @return SHA-256 of the canonical text, 64 lower-case hexadecimal digits
     */
    public String hex() {
        return Sha256.of(toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** The canonical text. */
    @Override
    public String toString() {
        return braced(entries.entrySet().stream().map(entry -> quoted(entry.getKey()) + ": " + entry.getValue()));
    }
}
