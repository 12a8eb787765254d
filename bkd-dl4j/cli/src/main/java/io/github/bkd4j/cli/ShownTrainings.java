package io.github.bkd4j.cli;

import io.github.bkd4j.study.StudyListener;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.deeplearning4j.optimize.api.TrainingListener;

/**
 * Shows the trainings of a study.
 *
 * @param err where they are shown
 * @param listeners the DL4J listeners of a training, by its name
 */
record ShownTrainings(PrintWriter err, Function<String, List<TrainingListener>> listeners) implements StudyListener {

    ShownTrainings(PrintWriter err) {
        this(err, name -> List.of());
    }

    @Override
    public Monitor training(String name, long seed) {
        return Progress.of(task(name, seed), err, listeners.apply(name));
    }

    @Override
    public void kept(String name, long seed) {
        err.println(task(name, seed) + ": kept from an earlier run");
    }

    private static String task(String name, long seed) {
        return name + ", seed " + seed;
    }
}
