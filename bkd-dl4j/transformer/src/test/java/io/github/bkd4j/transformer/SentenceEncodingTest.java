package io.github.bkd4j.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.EncoderContract;
import io.github.bkd4j.input.InputShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceEncodingTest extends EncoderContract<String> {

    private static final SentenceEncoder MINI_LM = SentenceEncoder.miniLm();

    @Override
    protected Encoder<String> encoder() {
        return new SentenceEncoding(MINI_LM).fit(instances());
    }

    @Override
    protected List<String> instances() {
        return List.of(
                "late",
                "",
                " ",
                "my parcel is late",
                "\u202eשלום\u202c 🤬",
                "a\u0000b \ud83e",
                "late " + "x ".repeat(1000));
    }

    @Test
    void featuresAreTheEmbeddings() {
        assertThat(encoder().shape()).isEqualTo(new InputShape.Vector(384));
        assertThat(encoder().encode(List.of("late")).features(0).arrays().get(0).toFloatMatrix())
                .isDeepEqualTo(MINI_LM.embed(List.of("late")));
    }
}
