package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Logits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reorders the columns of logits to another list of classes, matched by name.
 *
 * @param known the classes of the logits
 * @param wanted the classes of the result
 */
record LabelOrder(List<String> known, List<String> wanted) {

    /** A missing class gets the row's smallest logit minus this: e to the -20 is 2e-9 of that class's probability. */
    private static final float BELOW_SMALLEST = 20;

    Optional<String> firstMissing() {
        return firstOutside(wanted, known);
    }

    Optional<String> firstUnwanted() {
        return firstOutside(known, wanted);
    }

    private static Optional<String> firstOutside(List<String> labels, List<String> others) {
        Set<String> set = Set.copyOf(others);
        return labels.stream().filter(label -> !set.contains(label)).findFirst();
    }

    /** Returns logits over the wanted classes; missing classes get a probability near 0. */
    Logits apply(Logits logits) {
        if (known.equals(wanted)) {
            return logits;
        }
        Map<String, Integer> positions = new HashMap<>();
        for (int column = 0; column < known.size(); column++) {
            positions.putIfAbsent(known.get(column), column);
        }
        int[] columns = wanted.stream()
                .mapToInt(label -> positions.getOrDefault(label, -1))
                .toArray(); // [wanted classes]
        float[] @Nullable [] rows = new float[logits.size()][]; // [instances, wanted classes]
        for (int i = 0; i < rows.length; i++) {
            rows[i] = logits.speaks(i) ? ordered(logits.row(i), columns) : null;
        }
        return Logits.partial(wanted, rows);
    }

    private static float[] ordered(float[] row, int[] columns) {
        float[] ordered = new float[columns.length];
        for (int c = 0; c < columns.length; c++) {
            ordered[c] = columns[c] < 0 ? floor(row) : row[columns[c]];
        }
        return ordered;
    }

    private static float floor(float[] row) {
        float smallest = row[0];
        for (float logit : row) {
            smallest = Math.min(smallest, logit);
        }
        return smallest - BELOW_SMALLEST;
    }
}
