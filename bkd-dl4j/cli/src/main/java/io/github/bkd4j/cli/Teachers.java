package io.github.bkd4j.cli;

import io.github.bkd4j.objective.HardLabelObjective;
import io.github.bkd4j.objective.Objectives;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** The same teacher under two losses, each trained when a student first asks for it. */
@RequiredArgsConstructor
final class Teachers {

    static final HardLabelObjective PLAIN = Objectives.crossEntropy();
    static final HardLabelObjective ADJUSTED = Objectives.logitAdjusted(1);

    private final Function<HardLabelObjective, Taught> training;
    private final Map<HardLabelObjective, Taught> trained = new HashMap<>();

    /** The teacher that a way to train listens to. */
    Taught of(Contender contender) {
        return of(contender.adjustedTeacher() ? ADJUSTED : PLAIN);
    }

    /** The teacher that was trained under a loss. */
    Taught of(HardLabelObjective objective) {
        return trained.computeIfAbsent(objective, training);
    }

    /** Those that were asked for, the plain one first. */
    List<Taught> all() {
        return Stream.of(PLAIN, ADJUSTED)
                .filter(trained::containsKey)
                .map(this::of)
                .toList();
    }
}
