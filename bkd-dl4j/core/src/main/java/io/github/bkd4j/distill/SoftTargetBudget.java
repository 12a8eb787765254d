package io.github.bkd4j.distill;

import io.github.bkd4j.corpus.CorpusException;

/** Soft targets may take half of the heap: more are refused before a teacher spends hours on them. */
public final class SoftTargetBudget {

    private static final int COPIES = 2; // the teacher's logits, and the targets computed from them
    private static final long MEGABYTE = 1_000_000;

    private SoftTargetBudget() {}

    /**
     * How many instances may have soft targets.
     *
     * @param classes at least 1
     * @return labelled and unlabelled instances together, in the heap of this JVM
     */
    public static long mostInstances(int classes) {
        return Runtime.getRuntime().maxMemory() / 2 / (COPIES * Float.BYTES) / classes;
    }

    static void require(long instances, long classes) {
        require(instances, classes, Runtime.getRuntime().maxMemory());
    }

    static void require(long instances, long classes, long heap) {
        double bytes = (double) COPIES * Float.BYTES * instances * classes;
        if (bytes > heap / 2.0) {
            throw new CorpusException("soft targets must fit in half of Java's heap, " + heap / 2 / MEGABYTE
                    + " MB, but those of " + instances + " instances and " + classes + " classes take "
                    + (long) (bytes / MEGABYTE) + " MB; a larger heap (-Xmx) or fewer instances would do");
        }
    }
}
