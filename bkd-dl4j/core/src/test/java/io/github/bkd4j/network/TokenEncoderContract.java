package io.github.bkd4j.network;

import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.EncoderContract;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Weighting;
import java.util.List;

/** Texts as tokens under one weighting. */
abstract class TokenEncoderContract extends EncoderContract<String> {

    abstract Weighting weighting();

    @Override
    protected Encoder<String> encoder() {
        TextEncoding words = TextEncoding.bagOfNgrams().withNgrams(1).withMinCount(1);
        return new TokenEncoding(words.withWeighting(weighting()), List.of()).fit(instances());
    }

    @Override
    protected List<String> instances() {
        return List.of(
                "late",
                "",
                "gibberish",
                "my parcel is late, late, late",
                "\u202eשלום\u202c 🤬",
                "late " + "x ".repeat(1000));
    }
}
