package io.github.bkd4j.transformer;

/** A tokenizer.json for {@link TinyOnnx}: a, b and c have the ids 1, 2 and 3; every other word has 0, but z has 9. */
final class TinyTokenizer {

    private TinyTokenizer() {}

    static String unlimited() {
        return json("null");
    }

    static String limitedTo(int tokens) {
        return json("{\"direction\": \"Right\", \"max_length\": " + tokens
                + ", \"strategy\": \"LongestFirst\", \"stride\": 0}");
    }

    private static String json(String truncation) {
        return """
                {"version": "1.0", "truncation": %s, "padding": null, "added_tokens": [], "normalizer": null,
                 "pre_tokenizer": {"type": "Whitespace"}, "post_processor": null, "decoder": null,
                 "model": {"type": "WordLevel", "unk_token": "u", "vocab": {"u": 0, "a": 1, "b": 2, "c": 3, "z": 9}}}
                """.formatted(truncation);
    }
}
