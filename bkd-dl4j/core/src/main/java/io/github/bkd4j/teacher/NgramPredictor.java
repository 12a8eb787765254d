package io.github.bkd4j.teacher;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.text.TextEncoder;
import java.util.Arrays;
import java.util.List;

/**
 * A trained {@link NgramRegression}; its logits are the logarithms of the probabilities.
 *
 * @param encoder fitted on the training texts
 * @param model its labels are positions in {@code labels}, of the classes that had a training text
 * @param labels of the training texts
 */
record NgramPredictor(TextEncoder encoder, Model model, List<String> labels) implements Predictor<String> {

    private static final double LEAST = 1e-12; // smallest probability

    @Override
    public Logits predict(List<String> texts) {
        Feature[][] features = SparseRows.of(encoder, texts);
        float[][] logits = Arrays.stream(features).map(this::logits).toArray(float[][]::new); // [texts, classes]
        return new Logits(labels, logits);
    }

    private float[] logits(Feature[] text) {
        int[] classes = model.getLabels();
        double[] probabilities = new double[classes.length];
        Linear.predictProbability(model, text, probabilities);
        float[] logits = new float[labels.size()];
        Arrays.fill(logits, (float) Math.log(LEAST));
        for (int i = 0; i < classes.length; i++) {
            logits[classes[i]] = (float) Math.log(Math.max(LEAST, probabilities[i]));
        }
        return logits;
    }
}
