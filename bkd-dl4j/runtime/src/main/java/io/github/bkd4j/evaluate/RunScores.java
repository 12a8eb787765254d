package io.github.bkd4j.evaluate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/** What the scores of a system have in common, whatever its runs predict. */
abstract sealed class RunScores<R extends RunScores.Run> permits SystemScores, MultiLabelSystemScores {

    private final List<R> runs;

    /** One run of a system. */
    sealed interface Run permits Result, MultiLabelResult {

        String system();

        OptionalDouble trainSeconds();

        OptionalLong parameters();
    }

    RunScores(List<R> runs) {
        this.runs = runs;
    }

    /**
     * Its name.
     *
     * @return not blank
     */
    public final String system() {
        return runs.get(0).system();
    }

    /**
     * Its trainings.
     *
     * @return one result per seed, at least one
     */
    public final List<R> runs() {
        return runs;
    }

    /**
     * A figure that has no interval.
     *
     * @param figure of a run
     * @return its mean over the runs
     */
    public final double mean(ToDoubleFunction<R> figure) {
        return runs.stream().mapToDouble(figure).average().orElseThrow();
    }

    /**
     * Training time.
     *
     * @return seconds, mean over the runs of which it is known
     */
    public final OptionalDouble trainSeconds() {
        return runs.stream().flatMapToDouble(run -> run.trainSeconds().stream()).average();
    }

    /**
     * Number of trained parameters.
     *
     * @return mean over the runs of which it is known
     */
    public final OptionalDouble parameters() {
        return runs.stream()
                .flatMapToDouble(run -> run.parameters().stream().asDoubleStream())
                .average();
    }
}
