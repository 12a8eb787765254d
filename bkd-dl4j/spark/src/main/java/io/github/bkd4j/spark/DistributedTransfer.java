package io.github.bkd4j.spark;

import io.github.bkd4j.io.Checks;
import io.github.bkd4j.transfer.TransferTexts;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Makes transfer texts on the executors, for a {@link TeacherLabeler} to label there. Each partition draws with a seed
 * of its own, so that the texts are the same for the same source and the same number of partitions, on any cluster.
 */
public final class DistributedTransfer {

    private static final long STEP =
            0x9E3779B97F4A7C15L; // between the seeds of partitions: Weyl's, of SplittableRandom

    private DistributedTransfer() {}

    /**
     * Makes distinct texts.
     *
     * @param session where the executors are
     * @param source the training texts and the generators; sent to the executors, as all that its generators refer to
     * @param count about so many, at least 0: partitions may make the same text, which is kept once
     * @param partitions at least 1
     * @param seed of everything random
     * @return texts in a column {@code value}, computed when they are needed
     * @throws IllegalArgumentException if a number is out of range, or a partition would make more than 2^31 - 1 texts
     */
    public static Dataset<String> take(
            SparkSession session, TransferTexts source, long count, int partitions, long seed) {
        Checks.atLeast("count", 0, count);
        Checks.atLeast("partitions", 1, partitions);
        int each = Math.toIntExact((count + partitions - 1) / partitions);
        Broadcast<PerExecutor<TransferTexts>> sent =
                new Shipped<TransferTexts>(() -> source).to(session.sparkContext());
        return session.range(0, partitions, 1, partitions)
                .flatMap(made(sent, each, seed), Encoders.STRING())
                .distinct();
    }

    private static FlatMapFunction<Long, String> made(
            Broadcast<PerExecutor<TransferTexts>> source, int each, long seed) {
        return partition -> texts(source.value().value().withSeed(seed + partition * STEP), each);
    }

    private static Iterator<String> texts(TransferTexts source, int count) {
        return source.take(count).iterator();
    }
}
