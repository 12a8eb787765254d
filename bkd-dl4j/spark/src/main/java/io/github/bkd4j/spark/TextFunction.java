package io.github.bkd4j.spark;

import io.github.bkd4j.io.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Appends to each row of a partition the numbers that a function makes of its text. The function gets batches of texts
 * of similar length, for one that pads them, and no more threads than Spark gives the task.
 */
@RequiredArgsConstructor
final class TextFunction implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1L;
    static final DataType NUMBERS = DataTypes.createArrayType(DataTypes.FloatType, false);

    private static final StructType TEXTS =
            new StructType().add("position", DataTypes.IntegerType).add("text", DataTypes.StringType);

    private static final int CHUNK = 512; // rows that are sorted by length
    private static final int BATCH = 32; // texts of a call

    private final Broadcast<PerExecutor<Function<List<String>, float[][]>>> function;
    private final int column; // of the texts
    private final boolean failsOnNull;
    private final String name; // of the column

    /** Sends texts of the driver to the executors: what the function makes of them, in the order of the texts. */
    static float[][] onExecutors(
            SparkSession session, List<String> texts, Opener<Function<List<String>, float[][]>> opener) {
        TextFunction function = new TextFunction(new Shipped<>(opener).to(session.sparkContext()), 1, true, "text");
        List<Row> rows = IntStream.range(0, texts.size())
                .mapToObj(i -> RowFactory.create(i, texts.get(i)))
                .toList();
        StructType made = TEXTS.add("numbers", NUMBERS);
        float[][] numbers = new float[texts.size()][];
        session.createDataFrame(rows, TEXTS)
                .repartition(session.sparkContext().defaultParallelism())
                .mapPartitions(function, Encoders.row(made))
                .collectAsList()
                .forEach(row -> numbers[row.getInt(0)] = floats(row, 2));
        return numbers;
    }

    /** Reads a column of {@link #NUMBERS}. */
    static float[] floats(Row row, int column) {
        List<Float> boxed = row.getList(column);
        float[] values = new float[boxed.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = boxed.get(i);
        }
        return values;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        int cpus = TaskContext.get().cpus();
        return new Iterator<>() {
            private Iterator<Row> ready = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                if (!ready.hasNext() && rows.hasNext()) {
                    ready = Threads.within(cpus, () -> answered(chunk(rows))).iterator();
                }
                return ready.hasNext();
            }

            @Override
            public Row next() {
                return ready.next();
            }
        };
    }

    private static List<Row> chunk(Iterator<Row> rows) {
        List<Row> chunk = new ArrayList<>();
        while (chunk.size() < CHUNK && rows.hasNext()) {
            chunk.add(rows.next());
        }
        return chunk;
    }

    private List<Row> answered(List<Row> rows) {
        List<Integer> byLength = IntStream.range(0, rows.size())
                .filter(row -> hasText(rows.get(row)))
                .boxed()
                .sorted(Comparator.comparingInt(
                        row -> rows.get(row).getString(column).length()))
                .toList();
        float[][] numbers = new float[rows.size()][]; // null for a row without a text
        for (int start = 0; start < byLength.size(); start += BATCH) {
            List<Integer> batch = byLength.subList(start, Math.min(byLength.size(), start + BATCH));
            float[][] made = function.value()
                    .value()
                    .apply(batch.stream()
                            .map(row -> rows.get(row).getString(column))
                            .toList());
            for (int i = 0; i < made.length; i++) {
                numbers[batch.get(i)] = made[i];
            }
        }
        return IntStream.range(0, rows.size())
                .mapToObj(row -> with(rows.get(row), numbers[row]))
                .toList();
    }

    private boolean hasText(Row row) {
        if (failsOnNull && row.isNullAt(column)) {
            throw TextColumn.nullText(name);
        }
        return !row.isNullAt(column);
    }

    private static Row with(Row row, float[] numbers) {
        Object[] values = new Object[row.size() + 1];
        for (int i = 0; i < row.size(); i++) {
            values[i] = row.get(i);
        }
        values[row.size()] = numbers;
        return RowFactory.create(values);
    }
}
