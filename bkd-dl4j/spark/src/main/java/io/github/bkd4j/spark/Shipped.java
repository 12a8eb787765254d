package io.github.bkd4j.spark;

import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/**
 * What the driver sends to the executors when it is first used, and once per Spark context. Thread-safe.
 *
 * @param <T> what is opened there
 */
final class Shipped<T> {

    private final Opener<T> opener;
    private @Nullable SparkContext context;
    private @Nullable Broadcast<PerExecutor<T>> sent;

    Shipped(Opener<T> opener) {
        this.opener = opener;
    }

    synchronized Broadcast<PerExecutor<T>> to(SparkContext target) {
        Broadcast<PerExecutor<T>> there = sent;
        if (there == null || context != target) {
            there = JavaSparkContext.fromSparkContext(target).broadcast(new PerExecutor<>(opener));
            sent = there;
            context = target;
        }
        return there;
    }
}
