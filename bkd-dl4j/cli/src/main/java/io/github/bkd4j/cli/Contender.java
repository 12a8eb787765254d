package io.github.bkd4j.cli;

import io.github.bkd4j.network.Head;
import io.github.bkd4j.objective.Objective;

/**
 * A way to train a student that has a name on the command line.
 *
 * @param name its name there and in tables
 * @param objective what the student is trained for
 * @param adjustedTeacher whether it listens to the teacher that was trained under the logit-adjusted loss
 */
record Contender(String name, Objective objective, boolean adjustedTeacher) {

    /** The output layer that the objective wants. */
    Head head() {
        return objective.needsCosines() ? Head.COSINE : Head.LINEAR;
    }

    boolean needsTeacher() {
        return objective.needsTeacher();
    }
}
