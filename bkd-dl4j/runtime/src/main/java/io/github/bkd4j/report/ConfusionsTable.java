package io.github.bkd4j.report;

import io.github.bkd4j.evaluate.Predictions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Which class is taken for which other one most often, as columns of a table. */
final class ConfusionsTable {

    private static final int SHOWN = 20;
    private static final Comparator<Pair> BY_NAME =
            Comparator.comparing(Pair::truth).thenComparing(Pair::predicted);

    private ConfusionsTable() {}

    private record Pair(String truth, String predicted) {}

    /** The most frequent first, equals by name; no rows if every instance is classified correctly. */
    static List<List<String>> of(Predictions predictions, UnaryOperator<String> name) {
        Collection<Map.Entry<Pair, Integer>> most = counts(predictions).entrySet().stream()
                .sorted(Map.Entry.<Pair, Integer>comparingByValue().reversed()) // stable
                .limit(SHOWN)
                .toList();
        return List.of(
                column("class", most, pair -> name.apply(pair.getKey().truth())),
                column("taken for", most, pair -> name.apply(pair.getKey().predicted())),
                column("test texts", most, pair -> pair.getValue().toString()));
    }

    private static Map<Pair, Integer> counts(Predictions predictions) {
        Map<Pair, Integer> counts = new TreeMap<>(BY_NAME);
        for (int i = 0; i < predictions.size(); i++) {
            if (predictions.truth(i) != predictions.predicted(i)) {
                List<String> labels = predictions.labels();
                Pair pair = new Pair(labels.get(predictions.truth(i)), labels.get(predictions.predicted(i)));
                counts.merge(pair, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static List<String> column(
            String title, Collection<Map.Entry<Pair, Integer>> rows, Function<Map.Entry<Pair, Integer>, String> cell) {
        List<String> column = new ArrayList<>(List.of(title));
        rows.forEach(row -> column.add(cell.apply(row)));
        return column;
    }
}
