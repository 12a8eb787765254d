package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.assertClose;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the Javadoc says of the distillation term's gradient as the temperature grows. */
class TemperatureScaleTest {

    private static final double T = 1e6;
    private static final double LIMIT = 1e-3; // the rest falls as 1 / T

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withEqualWeightsItKeepsItsScale(long seed) {
        RandomBatch batch = RandomBatch.of(seed);
        INDArray limit = centred(batch.logits()).sub(centred(batch.teacher())).mul(batch.alpha() / batch.classes());

        assertClose(gradient(new KdLoss(T, batch.alpha(), new NoHardLabels()), batch), limit, LIMIT);
        assertClose(gradient(balanced(batch, T, batch.equalWeights()), batch), limit, LIMIT);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void underUnequalWeightsItGrowsWithTheTemperature(long seed) {
        RandomBatch batch = RandomBatch.of(seed);
        INDArray weights = Nd4j.createFromArray(
                batch.weights().stream().mapToDouble(w -> w).toArray());
        INDArray row = weights.div(weights.sumNumber()).rsub(1.0 / batch.classes());
        INDArray limit = Nd4j.zeros(weights.dataType(), batch.size(), batch.classes())
                .addRowVector(row)
                .mul(batch.alpha());

        assertClose(gradient(balanced(batch, T, batch.weights()), batch).div(T), limit, LIMIT);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withTheTemperingHeldFixedItKeepsItsScale(long seed) {
        RandomBatch batch = RandomBatch.of(seed);
        INDArray shift = Nd4j.createFromArray(
                batch.weights().stream().mapToDouble(w -> 2 * Math.log(w)).toArray());
        INDArray limit = centred(batch.logits())
                .sub(centred(batch.teacher().addRowVector(shift)))
                .mul(batch.alpha() / batch.classes());

        assertClose(gradient(balanced(batch, 2, batch.weights()), batch), limit, LIMIT);
    }

    private static LogitLoss balanced(RandomBatch batch, double tempering, List<Double> weights) {
        return new BkdLoss(T, batch.alpha(), tempering, weights, new NoHardLabels());
    }

    private static INDArray centred(INDArray rows) {
        return rows.subColumnVector(rows.mean(true, 1));
    }

    private static INDArray gradient(LogitLoss loss, RandomBatch batch) {
        INDArray labels = Arrays2d.packed(batch.labels(), batch.teacher());
        return loss.computeGradient(labels, batch.logits(), new ActivationIdentity(), null);
    }
}
