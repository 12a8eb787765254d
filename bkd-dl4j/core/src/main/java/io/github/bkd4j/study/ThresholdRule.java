package io.github.bkd4j.study;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Thresholds;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** How the probabilities are chosen from which on a text has a label. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public enum ThresholdRule {

    /** 0.5 for every label; nothing is chosen. */
    HALF("half"),

    /** One for all labels, that of the largest macro-F1 on texts that were not learned from. */
    ONE("one"),

    /** One per label, that of its largest F1 on texts that were not learned from; rare labels are shrunk. */
    PER_LABEL("per-label");

    private final String text;

    /**
     * The rule of a name.
     *
     * @param name such as {@code per-label}
     * @return empty if there is none
     */
    public static Optional<ThresholdRule> of(String name) {
        return Arrays.stream(values()).filter(rule -> rule.text.equals(name)).findFirst();
    }

    /**
     * All names, for a sentence.
     *
     * @return joined by commas
     */
    public static String names() {
        return Arrays.stream(values()).map(ThresholdRule::toString).collect(Collectors.joining(", "));
    }

    /** Chooses by logits of texts that were not learned from. */
    Thresholds choose(Logits heldOut, MultiLabelCorpus<String> truth, ClassCounts training) {
        return switch (this) {
            case HALF -> Thresholds.all(heldOut.labels(), Thresholds.HALF);
            case ONE -> Thresholds.one(heldOut, truth);
            case PER_LABEL -> Thresholds.perLabel(heldOut, truth, training);
        };
    }

    /** The name. */
    @Override
    public String toString() {
        return text;
    }
}
