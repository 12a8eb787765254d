package io.github.bkd4j.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Predictions of known confidence between two classes, a and b. */
final class Confident {

    private Confident() {}

    /** One prediction per word such as {@code a.9} or {@code b.6x}: class, confidence above 0.5, x if wrong. */
    static Predictions of(String words) {
        List<String> truth = new ArrayList<>();
        List<float[]> rows = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            boolean isA = word.charAt(0) == 'a';
            boolean isWrong = word.endsWith("x");
            double confidence = Double.parseDouble("0" + word.substring(1).replace("x", ""));
            float logit = (float) Math.log(confidence / (1 - confidence));
            rows.add(isA ? new float[] {logit, 0} : new float[] {0, logit});
            truth.add(isA == isWrong ? "b" : "a");
        }
        return Predictions.of(new Logits(List.of("a", "b"), rows.toArray(float[][]::new)), TestSet.of(truth));
    }
}
