package io.github.bkd4j.cli;

import io.github.bkd4j.evaluate.Detection;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.report.Figure;
import io.github.bkd4j.scope.ScopeScore;
import java.util.ArrayList;
import java.util.List;

/** How well each score of a model tells texts out of scope from those of a test set. */
final class ScopeFigures {

    private static final double RECALL = 0.95;

    private ScopeFigures() {}

    /** None without texts out of scope. */
    static List<Figure> of(TextClassifier classifier, List<String> inScope, List<String> outOfScope) {
        List<Figure> figures = new ArrayList<>();
        if (outOfScope.isEmpty()) {
            return figures;
        }
        if (classifier.scope().isPresent()) {
            double[] scores = classifier.outOfScope(outOfScope);
            add(figures, "", "out of scope", Detection.of(scores, classifier.outOfScope(inScope)));
            double shown =
                    Math.floor(Detection.threshold(scores, RECALL) * 1000) / 1000; // as printed it refuses as many
            figures.add(new Figure("score95", "score at 95% recall, out of scope", shown));
        }
        for (ScopeScore score : ScopeScore.values()) {
            Detection alone =
                    Detection.of(classifier.outOfScope(score, outOfScope), classifier.outOfScope(score, inScope));
            add(figures, key(score), "out of scope by " + score, alone);
        }
        if (classifier.abstention().isPresent()) {
            long answered = classifier.classify(outOfScope).stream()
                    .filter(classifier::answers)
                    .count();
            double coverage = (double) answered / outOfScope.size();
            figures.add(new Figure("outOfScopeCoverage", "coverage, texts out of scope", coverage));
        }
        return figures;
    }

    private static void add(List<Figure> figures, String key, String name, Detection detection) {
        figures.add(new Figure("auroc" + key, "AUROC, " + name, detection.auroc()));
        figures.add(new Figure("fpr95" + key, "FPR at 95% recall, " + name, detection.falsePositiveRate()));
    }

    /** Energy, TopProbability. */
    private static String key(ScopeScore score) {
        StringBuilder key = new StringBuilder();
        for (String word : score.toString().split(" ", -1)) {
            key.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return key.toString();
    }
}
