package io.github.bkd4j.cli;

import io.github.bkd4j.io.Threads;
import io.github.bkd4j.loss.LossTerms;
import io.github.bkd4j.study.StudyListener;
import io.github.bkd4j.train.EpochSummary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;

/** Shows a training: a progress bar on a terminal, one line per epoch elsewhere. Close it to end the bar. */
final class Progress implements StudyListener.Monitor {

    private final String task;
    private final PrintWriter err;
    private final boolean terminal;
    private final List<TrainingListener> listeners;
    private @Nullable ProgressBar bar;

    private Progress(String task, PrintWriter err, boolean terminal, List<TrainingListener> listeners) {
        this.task = task;
        this.err = err;
        this.terminal = terminal;
        this.listeners = listeners;
    }

    /**
     * Creates a progress display. The launcher sets {@code bkd.terminal}, because Java cannot tell whether stderr is a
     * terminal.
     */
    static Progress of(String task, PrintWriter err, List<TrainingListener> listeners) {
        err.println(task + ": " + Threads.count() + (Threads.count() == 1 ? " thread" : " threads"));
        return new Progress(task, err, Boolean.getBoolean("bkd.terminal"), listeners);
    }

    @Override
    public List<TrainingListener> listeners() {
        return listeners;
    }

    @Override
    public void resumed(List<EpochSummary> done, int epochs) {
        err.println(task + ": resumes after epoch " + done.size() + " of " + epochs);
    }

    @Override
    public void step(long step, long steps) {
        if (!terminal) {
            return;
        }
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(steps)
                    .setUpdateIntervalMillis(250)
                    .showSpeed()
                    .setUnit(" steps", 1)
                    .build();
        }
        bar.stepTo(step);
    }

    @Override
    public void epoch(EpochSummary summary, int epochs) {
        if (!terminal) {
            err.println(task + ": epoch " + (summary.epoch() + 1) + " of " + epochs + ", " + figures(summary));
        }
    }

    private static String figures(EpochSummary summary) {
        LossTerms loss = summary.loss();
        String terms = loss.distillation() == 0
                ? ""
                : format(" (hard labels %.4f, distillation %.4f)", loss.hard(), loss.distillation());
        String score = summary.validation().isEmpty()
                ? ""
                : format(
                        ", validation balanced accuracy %.4f",
                        summary.validation().getAsDouble());
        return format("loss %.4f", loss.total()) + terms + score;
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
