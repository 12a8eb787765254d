package io.github.bkd4j.examples;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.spark.BkdClassificationModel;
import io.github.bkd4j.spark.BkdEstimator;
import io.github.bkd4j.spark.DistributedTransfer;
import io.github.bkd4j.spark.EncoderTeacher;
import io.github.bkd4j.transfer.TransferTexts;
import io.github.bkd4j.transfer.WordNeighbours;
import io.github.bkd4j.transformer.NamedEncoder;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * From Parquet to classified Parquet on Apache Spark: the executors run the teacher over unlabelled texts, and over
 * texts made of the labelled ones; the driver trains the student; the executors classify. Run it as {@code spark-submit
 * --class io.github.bkd4j.examples.SparkDistillation}, with the jars that docs/guide/spark.md lists.
 */
public final class SparkDistillation {

    private static final long SEED = 7;
    private static final int MADE_PER_TEXT = 5;

    private SparkDistillation() {}

    /**
     * Runs the program.
     *
     * @param args Parquet with the columns {@code text} and {@code label}, Parquet with the column {@code text}, and a
     *     folder for the model, the teacher's logits and what is classified; each on any file system of the cluster
     * @throws IOException if the model cannot be written
     */
    public static void main(String[] args) throws IOException {
        String out = args[2];
        try (SparkSession spark =
                SparkSession.builder().appName("SparkDistillation").getOrCreate()) {
            Dataset<Row> labelled = spark.read().parquet(args[0]);
            Dataset<Row> texts = spark.read().parquet(args[1]);
            BkdClassificationModel model = new BkdEstimator(EncoderTeacher.of(NamedEncoder.MINILM))
                    .setUnlabelled(texts.select("text").union(made(labelled)))
                    .setLogitsPath(out + "/logits") // a second run does not ask the teacher again
                    .setSeed(SEED)
                    .fit(labelled);
            model.write().overwrite().save(out + "/model");
            BkdClassificationModel.load(out + "/model")
                    .setProbabilityCol("")
                    .setRawPredictionCol("")
                    .transform(texts)
                    .write()
                    .parquet(out + "/classified");
        }
    }

    private static Dataset<Row> made(Dataset<Row> labelled) {
        List<Labeled<String>> rows = labelled.select("text", "label").collectAsList().stream()
                .map(row -> new Labeled<>(row.getString(0), row.getString(1)))
                .toList();
        TransferTexts source = TransferTexts.of(Corpus.of(rows), WordNeighbours.none(), SEED);
        long count = (long) MADE_PER_TEXT * rows.size();
        return DistributedTransfer.take(labelled.sparkSession(), source, count, 2, SEED)
                .toDF("text");
    }
}
