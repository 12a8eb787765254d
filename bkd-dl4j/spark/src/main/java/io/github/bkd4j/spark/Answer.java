package io.github.bkd4j.spark;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.model.TextClassifier;
import java.util.List;

/**
 * What a classifier says of one text, computed as {@link io.github.bkd4j.model.Classification} does.
 *
 * @param row logits of the text
 * @param probabilities {@code [classes]}
 * @param top position of the first of the most probable classes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(Logits row, double[] probabilities, int top) {

    /** On the calling thread: one text is one task. */
    static Answer of(TextClassifier classifier, String text) {
        Logits row = classifier.predict(List.of(text));
        double[] probabilities = row.probabilities(0);
        int top = 0;
        for (int c = 1; c < probabilities.length; c++) {
            top = probabilities[c] > probabilities[top] ? c : top;
        }
        return new Answer(row, probabilities, top);
    }

    String label() {
        return row.labels().get(top);
    }

    double confidence() {
        return probabilities[top];
    }

    double[] logits() {
        float[] logits = row.row(0);
        double[] wide = new double[logits.length];
        for (int c = 0; c < wide.length; c++) {
            wide[c] = logits[c];
        }
        return wide;
    }
}
