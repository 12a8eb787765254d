package io.github.bkd4j.cli;

import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.study.StudyListener;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the trainings of a study, and keeps the student of one of them. */
final class KeptStudent implements StudyListener {

    private final StudyListener shown;
    private final String name;
    private final long seed;
    private @Nullable TextClassifier student;

    KeptStudent(StudyListener shown, String name, long seed) {
        this.shown = shown;
        this.name = name;
        this.seed = seed;
    }

    @Override
    public Monitor training(String system, long from) {
        return shown.training(system, from);
    }

    @Override
    public void trained(String system, long from, Classifier<String> classifier) {
        if (system.equals(name) && from == seed) {
            student = (TextClassifier) classifier;
        }
    }

    @Override
    public void kept(String system, long from) {
        shown.kept(system, from);
    }

    /** Empty if it was not trained. */
    Optional<TextClassifier> student() {
        return Optional.ofNullable(student);
    }
}
