/**
 * Stages of Apache Spark ML: what outgrows one machine is labelling a hundred million texts with a teacher, and
 * classifying billions. Training a student does not; it stays on the driver.
 *
 * <pre>{@code
 * BkdClassificationModel model = new BkdEstimator(EncoderTeacher.of(NamedEncoder.MINILM)) // teacher on the executors
 *         .setUnlabelled(spark.read().parquet("texts"))
 *         .fit(spark.read().parquet("labelled")); // columns text and label
 * model.transform(spark.read().parquet("texts")).write().parquet("classified");
 * }</pre>
 *
 * <p>{@link io.github.bkd4j.spark.BkdClassificationModel} needs {@code bkd-dl4j-runtime} alone, without native
 * libraries; {@link io.github.bkd4j.spark.BkdEstimator} needs {@code bkd-dl4j} on the driver,
 * {@link io.github.bkd4j.spark.EncoderTeacher} {@code bkd-dl4j-transformer} everywhere.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>A data frame is computed anew each time it is used: a {@link io.github.bkd4j.spark.TeacherLabeler}'s columns
 *       should be written once, by {@code label}.
 *   <li>A filter on a predicted column may make Spark classify twice; write the columns first, or persist them.
 *   <li>Spark brings its own Jackson, slf4j and Scala; see docs/guide/spark.md for what not to put beside them.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.spark;

import org.jspecify.annotations.NullMarked;
