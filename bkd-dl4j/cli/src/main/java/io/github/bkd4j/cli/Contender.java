package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.LogitAdjusted;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.loss.Objective;
import io.github.bkd4j.network.Head;
import io.github.bkd4j.teacher.Teacher;

/**
 * A way to train a student that has a name on the command line.
 *
 * @param name its name there and in tables
 * @param objective what the student is trained for
 * @param adjustedTeacher whether the teacher's logits are adjusted by the class sizes first
 */
record Contender(String name, Objective objective, boolean adjustedTeacher) {

    /** The output layer that the objective wants. */
    Head head() {
        return objective.needsCosines() ? Head.COSINE : Head.LINEAR;
    }

    /** The teacher that the student listens to. */
    Teacher<String> teacher(Teacher<String> teacher, ClassCounts training) {
        return adjustedTeacher ? new Adjusted(teacher, training) : teacher;
    }

    private record Adjusted(Teacher<String> teacher, ClassCounts training) implements Teacher<String> {

        @Override
        public String name() {
            return teacher.name() + ", logit-adjusted";
        }

        @Override
        public Logits predict(Corpus<String> corpus) {
            return new LogitAdjusted<>(teacher, training, 1).predict(corpus);
        }
    }
}
