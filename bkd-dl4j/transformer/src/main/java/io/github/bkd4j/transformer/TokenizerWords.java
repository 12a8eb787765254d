package io.github.bkd4j.transformer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The whole words among the tokens of a tokenizer.json. */
final class TokenizerWords {

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern START =
            Pattern.compile("[\u2581\u0120]"); // start-of-word marks of SentencePiece and BPE

    private TokenizerWords() {}

    /**
     * Distinct tokens of letters that begin a word, in lower case. Continuation pieces are left out: WordPiece marks
     * them with {@code ##}, other tokenizers by the absence of a start mark.
     */
    static List<String> of(JsonNode tokenizer) {
        List<String> tokens = tokens(tokenizer.path("model").path("vocab"));
        boolean marked = tokens.stream().anyMatch(token -> START.matcher(token).lookingAt());
        return tokens.stream()
                .filter(token -> !marked || START.matcher(token).lookingAt())
                .map(token -> marked ? token.substring(1) : token)
                .filter(token -> WORD.matcher(token).matches())
                .map(token -> token.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The vocabulary is an object from tokens to ids, or a list of [token, score]. */
    private static List<String> tokens(JsonNode vocabulary) {
        List<String> tokens = new ArrayList<>();
        if (vocabulary.isArray()) {
            vocabulary.forEach(entry -> tokens.add(entry.path(0).asText()));
        } else {
            vocabulary.fieldNames().forEachRemaining(tokens::add);
        }
        return tokens;
    }
}
