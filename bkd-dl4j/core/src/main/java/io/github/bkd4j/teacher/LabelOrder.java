package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Logits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings logits over some classes into the order of others, matched by name.
 *
 * @param known the classes of the logits
 * @param wanted the classes asked for
 */
record LabelOrder(List<String> known, List<String> wanted) {

    /** How far below a row's smallest logit a class lies that is not known: e to the -20 is 2e-9 of its probability. */
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

    /** Logits over the wanted classes; of those that are not known each is nearly impossible. */
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
