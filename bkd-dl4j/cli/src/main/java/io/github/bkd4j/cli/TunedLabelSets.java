package io.github.bkd4j.cli;

import io.github.bkd4j.study.MultiLabelLoss;
import io.github.bkd4j.study.MultiLabelSearchSpace;
import io.github.bkd4j.study.MultiLabelStudy;
import io.github.bkd4j.study.MultiLabelTuningResult;
import io.github.bkd4j.study.StudyListener;
import io.github.bkd4j.study.ThresholdRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/**
 * What tune does with texts that have sets of labels.
 *
 * @param options of the study
 * @param rule how thresholds are chosen
 * @param candidates how many settings are tried, >= 1; no more than there are
 * @param err where it is told how it goes
 */
record TunedLabelSets(LabelSetStudy options, ThresholdRule rule, int candidates, PrintWriter err) {

    static final int USUAL_CANDIDATES = 8; // each has a training per fold

    /** Refuses what can be known to be wrong before a text is read. */
    void check() throws IOException {
        options.check("--loss", List.of(MultiLabelLoss.BKD.toString()), rule);
    }

    /** The study that tunes. */
    MultiLabelStudy study() {
        int trainings = Math.min(candidates, MultiLabelSearchSpace.SIZE) * MultiLabelStudy.FOLDS;
        return options.study(null, err).withListener(new Count(err, trainings));
    }

    /** Chooses among the usual setting and drawn ones. */
    MultiLabelTuningResult tune(MultiLabelStudy study) {
        return study.tune(options.space(), candidates, rule);
    }

    /** Shows a line per training. */
    private static final class Count implements StudyListener {

        private final PrintWriter err;
        private final int trainings;
        private int begun;

        Count(PrintWriter err, int trainings) {
            this.err = err;
            this.trainings = trainings;
        }

        @Override
        public Monitor training(String name, long seed) {
            say(name);
            return StudyListener.super.training(name, seed);
        }

        @Override
        public void kept(String name, long seed) {
            say(name + " (kept from an earlier run)");
        }

        private void say(String what) {
            begun++;
            err.println("training " + begun + " of " + trainings + ": " + what);
        }
    }
}
