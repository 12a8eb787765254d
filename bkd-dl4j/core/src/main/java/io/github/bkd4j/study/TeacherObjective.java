package io.github.bkd4j.study;

import io.github.bkd4j.objective.HardLabelObjective;
import io.github.bkd4j.objective.Objectives;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** What the teacher of a study is trained for: a study has one teacher for each, trained when a trial needs it. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public enum TeacherObjective {

    /** The labels as they are; {@code teacher} in tables. */
    CROSS_ENTROPY("teacher", Objectives.crossEntropy()),

    /** The labels, corrected for how rare each class is; {@code teacher-la} in tables. */
    LOGIT_ADJUSTED("teacher-la", Objectives.logitAdjusted(1));

    private final String system;

    @SuppressWarnings("ImmutableEnumChecker") // a record
    private final HardLabelObjective objective;

    /**
     * The name of the teacher in tables.
     *
     * @return {@code teacher} or {@code teacher-la}
     */
    public String system() {
        return system;
    }

    /**
     * The objective itself.
     *
     * @return needs no teacher of its own
     */
    public HardLabelObjective objective() {
        return objective;
    }
}
