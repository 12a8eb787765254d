package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.LogitAdjusted;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.objective.HardLabelObjective;
import io.github.bkd4j.teacher.NgramRegression;
import io.github.bkd4j.teacher.Teacher;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** How a teacher comes about. Its text says everything that it depends on besides seed and corpus. */
@RequiredArgsConstructor
final class TeacherRecipe {

    private final String settings;
    private final Function<Trainer, Predictor<String>> training;

    Predictor<String> train(Trainer trainer) {
        return training.apply(trainer);
    }

    @Override
    public String toString() {
        return settings;
    }

    /** A network that learns from the labels. */
    static TeacherRecipe network(String system, Learner learner, HardLabelObjective objective) {
        return new TeacherRecipe(
                learner + " " + objective,
                trainer -> trainer.train(system, learner, objective).classifier());
    }

    /** A regression; the logit-adjusted loss is made up for by post-hoc adjustment. */
    static TeacherRecipe linear(HardLabelObjective objective) {
        NgramRegression regression = NgramRegression.usual();
        return new TeacherRecipe(regression + " " + objective, trainer -> {
            Corpus<String> training = trainer.splits().train();
            Predictor<String> plain = InputException.checked(() -> regression.fit(training));
            return objective.equals(Teachers.ADJUSTED) ? new LogitAdjusted<>(plain, training.counts(), 1) : plain;
        });
    }

    /** The mean of the probabilities. */
    static TeacherRecipe mean(List<TeacherRecipe> members) {
        return new TeacherRecipe(
                members.toString(),
                trainer -> Teacher.ensemble(
                        "ensemble",
                        members.stream()
                                .map(member -> Teacher.of(member.settings, member.train(trainer)))
                                .collect(Collectors.toList())));
    }
}
