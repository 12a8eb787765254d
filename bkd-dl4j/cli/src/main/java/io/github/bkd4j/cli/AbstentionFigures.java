package io.github.bkd4j.cli;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.Partition;
import io.github.bkd4j.evaluate.Abstention;
import io.github.bkd4j.evaluate.Predictions;
import io.github.bkd4j.evaluate.SelectiveScores;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a model that may abstain does on a test set, over all classes and over those of each group. */
final class AbstentionFigures {

    private AbstentionFigures() {}

    /** None for a model that always answers. */
    static List<Figure> of(TextClassifier classifier, Predictions predictions) {
        return classifier
                .abstention()
                .map(abstention -> of(classifier, abstention, predictions))
                .orElse(List.of());
    }

    private static List<Figure> of(TextClassifier classifier, Abstention abstention, Predictions predictions) {
        List<Figure> figures = new ArrayList<>();
        SelectiveScores all = SelectiveScores.of(predictions, abstention, classifier.trainingCounts());
        figures.add(new Figure("coverage", "coverage", all.coverage()));
        figures.add(accuracy("selectiveAccuracy", "selective accuracy", Optional.of(all)));
        for (Group group : Partition.SHOTS.groups()) {
            Optional<SelectiveScores> scores =
                    SelectiveScores.of(predictions, abstention, classifier.trainingCounts(), group);
            double coverage = scores.map(SelectiveScores::coverage).orElse(Double.NaN);
            figures.add(new Figure(group + "Coverage", "coverage, taken for " + group, coverage));
            figures.add(accuracy(group + "SelectiveAccuracy", "selective accuracy, taken for " + group, scores));
        }
        return figures;
    }

    private static Figure accuracy(String key, String name, Optional<SelectiveScores> scores) {
        return new Figure(
                key,
                name,
                scores.map(known -> known.accuracy().orElse(Double.NaN)).orElse(Double.NaN));
    }
}
