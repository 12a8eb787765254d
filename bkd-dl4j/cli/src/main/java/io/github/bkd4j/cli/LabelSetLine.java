package io.github.bkd4j.cli;

import io.github.bkd4j.model.MultiLabelClassification;
import io.github.bkd4j.model.MultiLabelClassification.Candidate;
import io.github.bkd4j.model.MultiLabelClassifier;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The line that answers a text with its labels: fields with tabs between them, the text last. */
final class LabelSetLine {

    private LabelSetLine() {}

    static String of(MultiLabelClassification answer, String separator, List<String> reasons, String text) {
        String probabilities = answer.assigned().stream()
                .map(label -> String.format(Locale.ROOT, "%.4f", label.probability()))
                .collect(Collectors.joining(separator));
        StringBuilder line = new StringBuilder(String.join(separator, answer.labels()))
                .append('\t')
                .append(probabilities)
                .append('\t');
        reasons.forEach(reason -> line.append(reason).append('\t'));
        return line.append(AnswerLine.oneLine(text)).toString();
    }

    /** For each label that the text is given, the tokens that move its logit most. */
    static String reasons(MultiLabelClassifier classifier, String text, MultiLabelClassification answer, int tokens) {
        return answer.assigned().stream()
                .map(Candidate::label)
                .map(label -> label + ": " + AnswerLine.tokens(classifier.explain(text, label), tokens))
                .collect(Collectors.joining("; "));
    }

    /** Labels could not be told apart in a line. */
    static void requireNoLabelWith(String separator, List<String> labels) {
        labels.stream().filter(label -> label.contains(separator)).findFirst().ifPresent(label -> {
            throw new InputException(
                    "--label-separator", "must be in no label but '" + separator + "' is in '" + label + "'");
        });
    }
}
