package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.io.Checks;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What was predicted for instances that were not learnt from: a validation split by the classifier itself, or the
 * training split by others that were trained as it was, each without the instances that it predicts.
 *
 * @param <X> what is classified: a {@link String} for text
 * @param corpus the truth, at least one instance
 * @param logits one row per instance
 */
public record HeldOut<X>(Corpus<X> corpus, Logits logits) {

    /**
     * Checks that the two belong together.
     *
     * @param corpus see {@link HeldOut}
     * @param logits see {@link HeldOut}
     * @throws IllegalArgumentException if there is no instance, or the logits have not one row for each
     */
    public HeldOut {
        Checks.require(corpus.size() > 0, "held-out instances must be at least one but were none");
        Checks.require(
                logits.size() == corpus.size(),
                "logits must have one row an instance, " + corpus.size() + ", but had " + logits.size());
        logits.requireComplete();
    }

    /**
     * Leaves out the instances on which the logits are silent.
     *
     * @param <X> what is classified
     * @param corpus the truth
     * @param logits one row per instance, or silent on it; not silent on all
     * @return the others
     * @throws IllegalArgumentException if the logits are silent on all, or have not one row for each instance
     */
    public static <X> HeldOut<X> spokenOf(Corpus<X> corpus, Logits logits) {
        Checks.require(
                logits.size() == corpus.size(),
                "logits must have one row an instance, " + corpus.size() + ", but had " + logits.size());
        int[] rows = IntStream.range(0, corpus.size()).filter(logits::speaks).toArray();
        float[][] spoken = Arrays.stream(rows).mapToObj(logits::row).toArray(float[][]::new);
        return new HeldOut<>(corpus.rows(rows), new Logits(logits.labels(), spoken));
    }

    /**
     * The predictions, as scores take them.
     *
     * @return one per instance
     * @throws IllegalArgumentException if a logit is not finite
     */
    public Predictions predictions() {
        return Predictions.of(logits, corpus);
    }
}
