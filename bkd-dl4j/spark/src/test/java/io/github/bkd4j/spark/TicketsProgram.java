package io.github.bkd4j.spark;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.model.TextClassifier;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What the test of the example runs before it and after it: a corpus to Parquet, and what was classified held against a
 * plain JVM.
 */
public final class TicketsProgram {

    private TicketsProgram() {}

    /** A folder, and before the example a corpus. */
    public static void main(String[] args) {
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            if (args.length > 1) {
                write(spark, args[0], Corpus.read(Path.of(args[1])));
            } else {
                check(spark, args[0]);
            }
        }
    }

    private static void write(SparkSession spark, String folder, Corpus<String> corpus) {
        List<Row> rows = IntStream.range(0, corpus.size())
                .mapToObj(i -> RowFactory.create(
                        corpus.instances().get(i), corpus.labels().get(corpus.classOf(i))))
                .toList();
        spark.createDataFrame(
                        rows, new StructType().add("text", DataTypes.StringType).add("label", DataTypes.StringType))
                .write()
                .parquet(folder + "/labelled");
        spark.createDataset(corpus.instances(), Encoders.STRING())
                .selectExpr("concat(value, ' please') AS text")
                .write()
                .parquet(folder + "/texts");
    }

    private static void check(SparkSession spark, String folder) {
        List<Row> rows = spark.read()
                .parquet(folder + "/out/classified")
                .select("text", "predictedLabel", "confidence")
                .collectAsList();
        TextClassifier classifier = TextClassifier.load(Path.of(folder, "out", "model", "model.bkd"));
        long same = rows.stream()
                .filter(row -> classifier.classify(row.getString(0)).label().equals(row.getString(1))
                        && classifier.classify(row.getString(0)).confidence() == row.getDouble(2))
                .count();
        System.out.println(same + " of " + rows.size() + " are the same");
    }
}
