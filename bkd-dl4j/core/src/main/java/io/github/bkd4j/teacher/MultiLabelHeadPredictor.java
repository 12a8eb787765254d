package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import java.util.List;
import java.util.function.Function;

/**
 * A trained {@link MultiLabelHead}.
 *
 * @param <X> what is classified
 * @param vectors of instances
 * @param standardised fitted on the training instances
 * @param parameters as {@link LinearLoss} lays them out
 * @param temperature what the logits are divided by
 * @param labels of the training instances
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MultiLabelHeadPredictor<X>(
        Function<List<X>, float[][]> vectors,
        Standardised standardised,
        double[] parameters,
        double temperature,
        List<String> labels)
        implements Predictor<X> {

    @Override
    public Logits predict(List<X> instances) {
        float[][] logits = LinearLoss.logits(standardised.of(vectors.apply(instances)), parameters, labels.size());
        for (float[] row : logits) {
            for (int c = 0; c < row.length; c++) {
                row[c] /= (float) temperature;
            }
        }
        return new Logits(labels, logits);
    }
}
