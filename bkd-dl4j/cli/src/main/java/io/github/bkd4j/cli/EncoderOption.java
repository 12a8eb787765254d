package io.github.bkd4j.cli;

import io.github.bkd4j.transformer.LongTexts;
import io.github.bkd4j.transformer.NamedEncoder;
import io.github.bkd4j.transformer.OnnxEncoder;
import io.github.bkd4j.transformer.Pooling;
import io.github.bkd4j.transformer.SentenceEncoder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sentence encoders joined by +, each a name or a file, with options in brackets:
 * {@code FILE.onnx[tokenizer=FILE.json,pooling=first]+bge-small}. Hashed n-grams may stand beside them.
 *
 * @param parts at least one that is pretrained
 */
record EncoderOption(List<Part> parts) {

    static final String OPTION = "--encoder";
    static final String DEFAULT = "bge-small+e5-small";

    private static final String NGRAMS = "ngrams";
    private static final String TOKENIZER = "tokenizer";
    private static final List<String> OPTIONS = List.of(TOKENIZER, "pooling", "prefix", "long-texts", "max-tokens");
    private static final Map<String, Pooling> POOLINGS = ordered("mean", Pooling.MEAN, "first", Pooling.FIRST);
    private static final Map<String, LongTexts> LONG_TEXTS =
            ordered("cut", LongTexts.CUT, "windows", LongTexts.WINDOWS);
    private static final Pattern PLUS = Pattern.compile("\\+(?![^\\[]*\\])"); // outside brackets
    private static final Pattern PART = Pattern.compile("([^\\[\\]]+)(?:\\[([^\\[\\]]*)\\])?");

    EncoderOption {
        if (parts.stream().noneMatch(Part::isPretrained)) {
            throw new InputException(OPTION, NGRAMS + " must be joined with a sentence encoder but stood alone");
        }
    }

    private static <T> Map<String, T> ordered(String one, T first, String other, T second) {
        Map<String, T> map = new LinkedHashMap<>();
        map.put(one, first);
        map.put(other, second);
        return map;
    }

    /**
     * An encoder.
     *
     * @param source a name, or else a file
     * @param options values by name
     */
    record Part(String source, Map<String, String> options) {

        Part {
            Optional<NamedEncoder> named = NamedEncoder.of(source);
            if (named.isEmpty() && !source.equals(NGRAMS) && !options.containsKey(TOKENIZER)) {
                throw new InputException(
                        OPTION,
                        "must be one of " + String.join(", ", NamedEncoder.names())
                                + ", FILE.onnx[tokenizer=FILE.json], or some of these and " + NGRAMS
                                + " joined by +, but was '" + source + "'");
            }
            if (source.equals(NGRAMS) && !options.isEmpty()) {
                throw new InputException(OPTION, NGRAMS + " must have no options but had " + options);
            }
            if (named.isPresent() && options.containsKey(TOKENIZER)) {
                throw new InputException(
                        OPTION, "must have its tokenizer left out where it has a name but was '" + source + "'");
            }
            if (options.containsKey("pooling")) {
                choice("pooling", POOLINGS, options.get("pooling"));
            }
            if (options.containsKey("long-texts")) {
                choice("long-texts", LONG_TEXTS, options.get("long-texts"));
            }
            if (options.containsKey("max-tokens")) {
                tokens(options.get("max-tokens"));
            }
        }

        static Part of(String text) {
            Matcher matcher = PART.matcher(text);
            if (!matcher.matches()) {
                throw new InputException(OPTION, "must be NAME[OPTION=VALUE,...] but was '" + text + "'");
            }
            Map<String, String> options = new LinkedHashMap<>();
            String list = matcher.group(2);
            if (list != null) {
                for (String pair : list.split(",", -1)) {
                    String[] both = pair.split("=", 2);
                    if (both.length < 2 || !OPTIONS.contains(both[0])) {
                        throw new InputException(
                                OPTION,
                                "must have options such as " + String.join("=, ", OPTIONS) + "= but had '" + pair
                                        + "'");
                    }
                    options.put(both[0], both[1]);
                }
            }
            return new Part(matcher.group(1), options);
        }

        Part resolved(Path folder) {
            if (!options.containsKey(TOKENIZER)) {
                return this;
            }
            Map<String, String> resolved = new LinkedHashMap<>(options);
            resolved.replace(TOKENIZER, folder.resolve(options.get(TOKENIZER)).toString());
            return new Part(folder.resolve(source).toString(), resolved);
        }

        boolean isPretrained() {
            return !source.equals(NGRAMS);
        }

        SentenceEncoder load() {
            return isPretrained() ? pretrained() : SentenceEncoder.ngrams();
        }

        private OnnxEncoder pretrained() {
            OnnxEncoder encoder = NamedEncoder.of(source)
                    .map(NamedEncoder::encoder)
                    .orElseGet(() -> SentenceEncoder.of(Path.of(source), Path.of(options.get(TOKENIZER))));
            if (options.containsKey("pooling")) {
                encoder = encoder.withPooling(choice("pooling", POOLINGS, options.get("pooling")));
            }
            if (options.containsKey("prefix")) {
                encoder = encoder.withPrefix(options.get("prefix"));
            }
            if (options.containsKey("long-texts")) {
                encoder = encoder.withLongTexts(choice("long-texts", LONG_TEXTS, options.get("long-texts")));
            }
            if (options.containsKey("max-tokens")) {
                encoder = encoder.withMaxTokens(tokens(options.get("max-tokens")));
            }
            return encoder;
        }

        @Override
        public String toString() {
            return options.isEmpty()
                    ? source
                    : source
                            + options.entrySet().stream()
                                    .map(option -> option.getKey() + "=" + option.getValue())
                                    .collect(Collectors.joining(",", "[", "]"));
        }
    }

    private static <T> T choice(String name, Map<String, T> choices, String value) {
        T chosen = choices.get(value);
        if (chosen == null) {
            throw new InputException(
                    OPTION, name + " must be " + String.join(" or ", choices.keySet()) + " but was '" + value + "'");
        }
        return chosen;
    }

    private static int tokens(String value) {
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) < OnnxEncoder.FEWEST_TOKENS) {
            throw new InputException(
                    OPTION,
                    "max-tokens must be a whole number >= " + OnnxEncoder.FEWEST_TOKENS + " but was '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    /** Reads the option's value; loads nothing. */
    static EncoderOption of(String value) {
        return new EncoderOption(Stream.of(PLUS.split(value, -1)).map(Part::of).toList());
    }

    /** The same without n-grams. */
    EncoderOption pretrained() {
        return new EncoderOption(parts.stream().filter(Part::isPretrained).toList());
    }

    /** Loads the encoders. */
    SentenceEncoder load() {
        return parts.size() == 1
                ? parts.get(0).load()
                : SentenceEncoder.joined(parts.stream().map(Part::load).toList());
    }

    @Override
    public String toString() {
        return parts.stream().map(Part::toString).collect(Collectors.joining("+"));
    }

    /** Converts the value of the option, with the paths in it. */
    static final class Value implements PathValue {

        @Override
        public String resolved(Path folder, String value) {
            return new EncoderOption(of(value).parts().stream()
                            .map(part -> part.resolved(folder))
                            .toList())
                    .toString();
        }
    }
}
