package io.github.bkd4j.transformer;

/**
 * How an encoder reads a text. Every setting belongs to the encoder's fingerprint.
 *
 * @param pooling how token vectors become one vector; {@code MEAN} for a model that gives one vector per text
 * @param prefix put before each text, such as {@code "query: "}; may be empty
 * @param normalised whether vectors are scaled to length 1
 * @param longTexts treatment of texts with more tokens than {@code maxTokens}
 * @param maxTokens tokens per window, the special ones included
 */
record EncoderSettings(Pooling pooling, String prefix, boolean normalised, LongTexts longTexts, int maxTokens) {

    EncoderSettings withPooling(Pooling value) {
        return new EncoderSettings(value, prefix, normalised, longTexts, maxTokens);
    }

    EncoderSettings withPrefix(String value) {
        return new EncoderSettings(pooling, value, normalised, longTexts, maxTokens);
    }

    EncoderSettings withNormalised(boolean value) {
        return new EncoderSettings(pooling, prefix, value, longTexts, maxTokens);
    }

    EncoderSettings withLongTexts(LongTexts value) {
        return new EncoderSettings(pooling, prefix, normalised, value, maxTokens);
    }

    EncoderSettings withMaxTokens(int value) {
        return new EncoderSettings(pooling, prefix, normalised, longTexts, value);
    }
}
