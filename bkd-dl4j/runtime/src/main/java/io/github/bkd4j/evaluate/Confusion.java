package io.github.bkd4j.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A confusion matrix: rows are the true classes, columns the predictions. Immutable. */
public final class Confusion {

    private final List<String> labels;
    private final Map<Cell, Integer> cells = new HashMap<>(); // without the many that are 0

    private record Cell(int truth, int predicted) {}

    Confusion(Predictions predictions) {
        this.labels = predictions.labels();
        for (int i = 0; i < predictions.size(); i++) {
            cells.merge(new Cell(predictions.truth(i), predictions.predicted(i)), 1, Integer::sum);
        }
    }

    /**
     * The classes.
     *
     * @return names in the order of rows and columns
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * One cell.
     *
     * @param truth position of a class in {@link #labels()}
     * @param predicted position of the predicted class
     * @return instances of the one class predicted as the other
     */
    public int count(int truth, int predicted) {
        return cells.getOrDefault(new Cell(truth, predicted), 0);
    }
}
