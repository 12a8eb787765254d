package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.kernel.LogSumExp;
import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A trained {@link LinearHead} or {@link MultiLabelHead}. Serializable if the function is.
 *
 * @param <X> what is classified
 * @param vectors of instances
 * @param standardised fitted on the training instances
 * @param parameters as {@link LinearLoss} lays them out
 * @param temperature what the logits are divided by
 * @param occurring classes that were learned
 * @param labels of the training instances
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeadPredictor<X>(
        Function<List<X>, float[][]> vectors,
        Standardised standardised,
        double[] parameters,
        double temperature,
        BitSet occurring,
        List<String> labels)
        implements Predictor<X>, Serializable {

    private static final double LEAST = 1e-12; // probability of a class without a training instance

    @Override
    public Logits predict(List<X> instances) {
        float[][] logits = LinearLoss.logits(standardised.of(vectors.apply(instances)), parameters, labels.size());
        for (float[] row : logits) {
            for (int c = 0; c < row.length; c++) {
                row[c] /= (float) temperature;
            }
        }
        int[] absent =
                IntStream.range(0, labels.size()).filter(c -> !occurring.get(c)).toArray();
        if (absent.length > 0) {
            for (float[] row : logits) {
                lower(row, absent);
            }
        }
        return new Logits(labels, logits);
    }

    private void lower(float[] logits, int[] absent) {
        double[] present = IntStream.range(0, logits.length)
                .filter(occurring::get)
                .mapToDouble(c -> logits[c])
                .toArray();
        float lowest = (float) (LogSumExp.of(present) + Math.log(LEAST));
        for (int c : absent) {
            logits[c] = lowest;
        }
    }
}
