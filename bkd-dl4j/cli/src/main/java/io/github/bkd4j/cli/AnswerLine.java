package io.github.bkd4j.cli;

import io.github.bkd4j.explain.Contribution;
import io.github.bkd4j.explain.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The line that answers a text: fields with tabs between them, the text last. */
final class AnswerLine {

    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]+");

    private static final Pattern FIELD = Pattern.compile("[^\\t\\r\\n]*");

    private AnswerLine() {}

    /** Whether a label leaves the line one line of as many fields. */
    static boolean isField(String label) {
        return FIELD.matcher(label).matches();
    }

    static String of(String label, double probability, List<String> reasons, String text) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%s\t%.4f\t", label, probability));
        reasons.forEach(reason -> line.append(reason).append('\t'));
        return line.append(oneLine(text)).toString();
    }

    /** The class that the answer is compared with, and the tokens that move the difference most. */
    static List<String> reasons(Explanation explanation, int tokens) {
        return List.of(explanation.other(), tokens(explanation, tokens));
    }

    /** The tokens that move a difference or a logit most. */
    static String tokens(Explanation explanation, int tokens) {
        return explanation.top(tokens).stream().map(AnswerLine::moved).collect(Collectors.joining(", "));
    }

    private static String moved(Contribution contribution) {
        return String.format(Locale.ROOT, "%s %+.2f", contribution.token(), contribution.value());
    }

    /** What goes in and what comes out pair line by line. */
    static String oneLine(String text) {
        return LINE_ENDS.matcher(text).replaceAll(" ");
    }
}
