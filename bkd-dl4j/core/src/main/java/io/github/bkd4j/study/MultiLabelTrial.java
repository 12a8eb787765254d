package io.github.bkd4j.study;

import io.github.bkd4j.io.Checks;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.network.TextArchitecture;
import io.github.bkd4j.objective.MultiLabelObjective;
import io.github.bkd4j.train.Schedule;

/**
 * One way to train a classifier of label sets, under a name.
 *
 * @param name of the system in tables, not blank
 * @param objective what it is trained for
 * @param teacher which teacher it learns from, if the objective needs one
 * @param network what is trained
 * @param schedule how long and how fast
 */
public record MultiLabelTrial(
        String name,
        MultiLabelObjective objective,
        TeacherObjective teacher,
        TextArchitecture network,
        Schedule schedule) {

    /**
     * Checks the name.
     *
     * @param name see {@link MultiLabelTrial}
     * @param objective see {@link MultiLabelTrial}
     * @param teacher see {@link MultiLabelTrial}
     * @param network see {@link MultiLabelTrial}
     * @param schedule see {@link MultiLabelTrial}
     * @throws IllegalArgumentException if the name is blank
     */
    public MultiLabelTrial {
        Checks.notBlank("name", name);
    }

    /** The same under another name. */
    MultiLabelTrial named(String other) {
        return new MultiLabelTrial(other, objective, teacher, network, schedule);
    }

    /** What its training depends on besides corpus, teacher and seed. */
    Fingerprint fingerprint() {
        return Fingerprint.of()
                .with("name", name)
                .with("objective", objective)
                .with("network", network)
                .with("schedule", schedule);
    }
}
