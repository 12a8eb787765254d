package io.github.bkd4j.spark;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a training reads from data frames, on the driver and partition by partition. It is sorted, for the order of a
 * data frame may change.
 */
final class TrainingRows {

    private TrainingRows() {}

    /** The labelled texts, in the order of labels and texts. */
    static Corpus<String> labelled(Dataset<?> data, BkdEstimator stage) {
        String text = stage.getOrDefault(stage.inputCol());
        String label = stage.getOrDefault(stage.labelCol());
        List<Labeled<String>> rows = new ArrayList<>();
        Iterator<Row> read = TextColumn.rows(data, stage).select(text, label).toLocalIterator();
        while (read.hasNext()) {
            Row row = read.next();
            if (row.isNullAt(1)) {
                throw new DataFrameException("column '" + label + "' must have a label in every row but had null");
            }
            if (!row.isNullAt(0)) {
                rows.add(new Labeled<>(row.getString(0), row.getString(1)));
            } else if (TextColumn.failsOnNull(stage)) {
                throw TextColumn.nullText(text);
            }
        }
        rows.sort(Comparator.comparing((Labeled<String> row) -> row.label()).thenComparing(Labeled::instance));
        return Corpus.of(rows);
    }

    /**
     * A text without a label.
     *
     * @param logits {@code [classes]}, of the teacher
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answered(String text, float[] logits) {}

    /** The texts of a teacher's answers, in their order. */
    static List<Answered> answered(Dataset<Row> answers) {
        List<Answered> rows = new ArrayList<>();
        answers.toLocalIterator()
                .forEachRemaining(row -> rows.add(new Answered(row.getString(0), TextFunction.floats(row, 1))));
        rows.sort(Comparator.comparing(Answered::text));
        return rows;
    }
}
