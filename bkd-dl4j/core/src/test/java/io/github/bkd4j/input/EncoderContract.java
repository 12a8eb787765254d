package io.github.bkd4j.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.kernel.Tokens;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What every encoder does.
 *
 * @param <X> what is encoded
 */
public abstract class EncoderContract<X> {

    /** An encoder, fitted. */
    protected abstract Encoder<X> encoder();

    /** At least three instances of different length, hostile ones among them. */
    protected abstract List<X> instances();

    @Test
    void everyInstanceIsARow() {
        Inputs inputs = encoder().encode(instances());

        assertThat(inputs.size()).isEqualTo(instances().size());
        assertThat(IntStream.range(0, inputs.size()).map(inputs::length)).allMatch(length -> length >= 1);
    }

    @Test
    void nothingIsNoRow() {
        assertThat(encoder().encode(List.of()).size()).isZero();
    }

    @Test
    void arraysHaveTheAskedRowsInTheAskedOrder() {
        Inputs inputs = encoder().encode(instances());
        int last = inputs.size() - 1;

        INDArray[] there = inputs.features(0, last).featureArray();
        INDArray[] back = inputs.features(last, 0, last).featureArray();

        for (int i = 0; i < there.length; i++) {
            assertThat(back[i].size(0)).isEqualTo(3);
            assertThat(back[i].slice(0)).isEqualTo(there[i].slice(1)).isEqualTo(back[i].slice(2));
            assertThat(back[i].slice(1)).isEqualTo(there[i].slice(0));
        }
    }

    @Test
    void aRowIsTheSameWhateverElseIsEncoded() {
        Encoder<X> encoder = encoder();
        for (X instance : instances()) {
            Features alone = encoder.encode(List.of(instance)).features(0);
            Features among = encoder.encode(Collections.nCopies(3, instance)).features(1);
            assertThat(among).isEqualTo(alone);
        }
    }

    @Test
    void featuresBelongToTheShape() {
        Features features = encoder().encode(instances()).features(0);
        boolean tokens = encoder().shape() instanceof InputShape.WeightedTokens
                || encoder().shape() instanceof InputShape.TokenSequence;
        assertThat(features.arrays()).hasSize(1);
        assertThat(features.tokens() != null).isEqualTo(tokens);
    }

    @Test
    void tokensAreThoseOfTheAskedRowsInTheAskedOrder() {
        Inputs inputs = encoder().encode(instances());
        int last = inputs.size() - 1;
        Tokens back = inputs.features(last, 0, last).tokens();
        if (back != null) {
            assertThat(back.texts()).isEqualTo(3);
            assertThat(ids(back, 0))
                    .isEqualTo(ids(inputs.features(last).tokens(), 0))
                    .isEqualTo(ids(back, 2));
            assertThat(ids(back, 1)).isEqualTo(ids(inputs.features(0).tokens(), 0));
            assertThat(ids(back, 0)).hasSize(inputs.length(last));
        }
    }

    private static int[] ids(@Nullable Tokens tokens, int text) {
        Tokens given = Objects.requireNonNull(tokens);
        return Arrays.stream(given.slots(text)).map(slot -> given.ids()[slot]).toArray();
    }
}
