package io.github.bkd4j.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
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
        int arrays = encoder().encode(instances()).features(0).arrays().size();
        boolean tokens = encoder().shape() instanceof InputShape.WeightedTokens
                || encoder().shape() instanceof InputShape.TokenSequence;
        assertThat(arrays).isEqualTo(tokens ? 2 : 1);
    }
}
