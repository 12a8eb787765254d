package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Features;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What every architecture for texts does. */
abstract class ArchitectureContract extends AnyArchitectureContract<String> {

    static final Corpus<String> CORPUS = Toy.corpus(1, 60, 30, 15);

    @Override
    Corpus<String> corpus() {
        return CORPUS;
    }

    /** A short text beside a long one answers as it does alone. */
    @Test
    void theOutputDoesNotDependOnThePadding() {
        String small = CORPUS.instances().get(0);
        Encoder<String> encoder = encoder();
        Network network = listening(network(1));
        train(network, inputs(), 1);

        float[] alone = network.logits(encoder.encode(List.of(small)))[0];
        float[] padded = network.logits(encoder.encode(List.of(small, String.join(" ", CORPUS.instances()))))[0];

        assertThat(padded).containsExactly(alone, within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void gradientsAgreeWithFiniteDifferences(long seed) {
        int[] rows = new Random(seed).ints(5, 0, CORPUS.size()).toArray();
        Features features = inputs().features(rows);
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        try {
            Network network = new Network(inDouble(network(seed).graph()));
            network.feed(features);
            GradientCheckUtil.GraphConfig check = new GradientCheckUtil.GraphConfig()
                    .net(network.graph())
                    .inputs(inDouble(features.arrays()))
                    .inputMask(features.masks().isEmpty() ? null : inDouble(features.masks()))
                    .labels(new INDArray[] {labels(rows).castTo(DataType.DOUBLE)})
                    .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                    .maxRelError(1e-5);
            assertThat(GradientCheckUtil.checkGradients(check)).isTrue();
        } finally {
            Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
        }
    }

    private static INDArray[] inDouble(List<INDArray> arrays) {
        return arrays.stream().map(array -> array.castTo(DataType.DOUBLE)).toArray(INDArray[]::new);
    }
}
