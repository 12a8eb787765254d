package io.github.bkd4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.EncoderContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class TfIdfEncoderTest extends EncoderContract<String> {

    @Override
    protected Encoder<String> encoder() {
        TextEncoding words = TextEncoding.bagOfNgrams().withNgrams(1).withMinCount(1);
        return words.withWeighting(Weighting.TF_IDF).fit(instances());
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

    @Test
    void wordsAndPartsOfWordsHaveHalfOfTheSquareEach() {
        TextEncoder encoder =
                TextEncoding.bagOfNgrams().withMinCount(1).withCharacters(3).fit(List.of("my fee", "my my card"));
        Vocabulary vocabulary = encoder.vocabulary();
        INDArray[] features = encoder.encode(List.of("my card")).features(0).featureArray(); // ids, weights
        double words = 0;
        double parts = 0;
        for (int token = 0; token < features[0].columns(); token++) {
            double square = Math.pow(features[1].getDouble(0, token), 2);
            boolean part = vocabulary.isCharacters(features[0].getInt(0, token));
            words += part ? 0 : square;
            parts += part ? square : 0;
        }

        assertThat(words).isEqualTo(0.5, within(1e-6));
        assertThat(parts).isEqualTo(0.5, within(1e-6));
    }
}
