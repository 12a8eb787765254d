package io.github.bkd4j.cli;

import io.github.bkd4j.study.ThresholdRule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How thresholds are chosen where texts have sets of labels: a mixin of the commands that score or distil. */
final class ThresholdOption {

    private static final String NAME = "--thresholds";
    private static final ThresholdRule USUAL = ThresholdRule.PER_LABEL;

    @Option(
            names = NAME,
            paramLabel = "RULE",
            description =
                    "Where texts have sets of labels, from which probability on a text has a label. half: 0.5. one: "
                            + "one for all labels, that of the largest macro-F1. per-label: one for each, that of its largest "
                            + "F1, rare labels shrunk towards others. Chosen on texts that were not learned from: those of "
                            + "--valid, or parts of the training texts. Default per-label.")
    private @Nullable String name;

    boolean isGiven() {
        return name != null;
    }

    /** What is asked for. */
    ThresholdRule rule() {
        return name == null
                ? USUAL
                : ThresholdRule.of(name)
                        .orElseThrow(() -> new InputException(
                                NAME, "must be one of " + ThresholdRule.names() + " but was '" + name + "'"));
    }

    /** Refuses the option where texts have one label each. */
    void requireNone() {
        if (isGiven()) {
            throw new InputException(
                    NAME, "must come with texts that have sets of labels but these have one label each");
        }
    }
}
