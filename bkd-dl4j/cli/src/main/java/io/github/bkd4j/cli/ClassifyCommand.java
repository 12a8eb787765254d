package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.TextReader;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.MultiLabelClassification;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.model.TextClassifier;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Classifies texts, one per line. */
@Command(
        name = "classify",
        description = {
            "Classify texts, one per line or row: prints label<TAB>probability<TAB>text for each, in one line, line ends "
                    + "in it as blanks. With --explain each line is label<TAB>probability<TAB>second label<TAB>"
                    + "tokens<TAB>text. A model of several labels per text prints labels<TAB>probabilities<TAB>text, "
                    + "both with '|' or --label-separator between them, and nothing for a text without a label; with "
                    + "--explain, before the text, the tokens that move the logit of each label.",
            ""
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd classify tickets.bkd new-texts.txt",
            "  bkd classify tickets.bkd new-texts.txt --unknown unclear",
            "  bkd classify tickets.bkd new-texts.txt --explain 3",
            "  bkd classify tickets.bkd mail.csv --text-column subject,body",
            "  echo 'my parcel never came' | bkd classify tickets.bkd",
            Manual.EXIT
        })
final class ClassifyCommand implements Callable<Integer> {

    private static final String SCOPE = "--out-of-scope-at";
    private static final int BATCH = 256; // lines answered together
    private static final String ABSTAINED = "-";
    private static final Path STANDARD_INPUT = Path.of("-");

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model that 'bkd distill' wrote.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            arity = "0..1",
            description =
                    "A UTF-8 file with one text per line, also .gz; or .tsv, .csv or .jsonl, of which the text column is "
                            + "classified; or - for standard input, one text per line (the default).")
    private Path file = STANDARD_INPUT;

    @ArgGroup(validate = false, heading = ColumnOptions.HEADING, order = ColumnOptions.ORDER)
    private ColumnOptions columns = new ColumnOptions();

    @Option(
            names = "--unknown",
            paramLabel = "LABEL",
            description =
                    "What to print as the label of a text that has nothing the model has learnt, with probability "
                            + "0. Default: the most probable class all the same, which is a guess.")
    private @Nullable String unknown;

    @Option(
            names = "--abstained",
            paramLabel = "LABEL",
            description =
                    "What to print as the label of a text that the model abstains from, see 'bkd distill --abstain'; "
                            + "the probability is that of the class it would have named. Default " + ABSTAINED + ".")
    private @Nullable String abstained;

    @Option(
            names = SCOPE,
            paramLabel = "SCORE",
            description =
                    "Abstain from texts too whose out-of-scope score is SCORE, any number, or more; 'bkd evaluate --out-of-scope' "
                            + "prints the one at 95%% recall. The model must have been distilled or calibrated with "
                            + "--valid, or distilled with --abstain.")
    private @Nullable Double scopeScore;

    @Option(names = "--answer-all", description = "Never abstain: print the most probable class of every text.")
    private boolean answersAll;

    @Option(
            names = "--explain",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "5",
            description = "Print before each text what decided: the second most probable class, and the N >= 1 tokens "
                    + "(words, runs of words, parts of words, such as '<par') that move the difference of the "
                    + "two classes most, by how much: above 0 for the label, below 0 against it. In a bag "
                    + "the tokens and a constant add up to the difference of the logits; in a text-cnn or "
                    + "bilstm a value is what leaving the word out would change. N if none is given: "
                    + "${FALLBACK-VALUE}.")
    private @Nullable Integer explain;

    private long asked;
    private long abstentions;
    private long guessed;
    private long firstGuess;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        check();
        PrintWriter out = spec.commandLine().getOut();
        Function<List<String>, List<String>> answers = answers();
        try (TextReader lines = open()) {
            List<String> texts = lines.next(BATCH);
            while (!texts.isEmpty() && !out.checkError()) { // nobody reads on: the rest need no answer
                answers.apply(texts).forEach(out::println);
                out.flush();
                texts = lines.next(BATCH);
            }
        }
        report(spec.commandLine().getErr());
        return 0;
    }

    private void check() {
        if (answersAll && scopeScore != null) {
            throw new InputException("--answer-all", "must not come with " + SCOPE);
        }
        if (scopeScore != null && scopeScore.isNaN()) {
            throw new InputException(SCOPE, "must be a number but was NaN");
        }
        if (explain != null && explain < 1) {
            throw new InputException("--explain", "must be >= 1 but was " + explain);
        }
        requireOneField("--unknown", unknown);
        requireOneField("--abstained", abstained);
        if (abstained != null && answersAll) {
            throw new InputException("--abstained", "must not come with --answer-all");
        }
    }

    private static void requireOneField(String option, @Nullable String label) {
        if (label != null && !AnswerLine.isField(label)) {
            throw new InputException(option, "must have no tab and no line end in it but was '" + label + "'");
        }
    }

    /** What answers some texts, a line for each. */
    private Function<List<String>, List<String>> answers() {
        if (MultiLabelClassifier.isIn(model)) {
            requireOneClass("--answer-all", answersAll);
            requireOneClass("--abstained", abstained != null);
            requireOneClass(SCOPE, scopeScore != null);
            MultiLabelClassifier classifier = MultiLabelClassifier.load(model);
            String separator = Objects.requireNonNullElse(columns.labelSeparator(), "|");
            LabelSetLine.requireNoLabelWith(separator, classifier.labels());
            return texts -> labelSets(classifier, separator, texts);
        }
        TextClassifier classifier = TextClassifier.load(model);
        if (scopeScore != null && classifier.scope().isEmpty()) {
            throw new InputException(
                    SCOPE,
                    "must come with a model that was distilled or calibrated with --valid, or distilled with --abstain, "
                            + "but " + model + " was not");
        }
        return texts -> lines(classifier, texts);
    }

    private void requireOneClass(String option, boolean isGiven) {
        if (isGiven) {
            throw new InputException(
                    option, "must come with a model of one class per text but " + model + " gives several labels");
        }
    }

    private void report(PrintWriter err) {
        if (guessed > 0) {
            err.printf(
                    Locale.ROOT,
                    "bkd: texts that have nothing the model has learnt, whose class is a guess: %,d of %,d, the first in "
                            + "line %d%n",
                    guessed,
                    asked,
                    firstGuess);
        }
        if (abstentions > 0) {
            err.printf(Locale.ROOT, "bkd: texts that the model abstains from: %,d of %,d%n", abstentions, asked);
        }
    }

    private TextReader open() {
        return file.equals(STANDARD_INPUT)
                ? TextReader.of("standard input", System.in)
                : TextReader.open(file, columns.columns());
    }

    private List<String> lines(TextClassifier classifier, List<String> texts) {
        List<Classification> answers = classifier.classify(texts);
        double[] scores = scopeScore == null ? new double[texts.size()] : classifier.outOfScope(texts);
        return IntStream.range(0, texts.size())
                .mapToObj(i ->
                        line(classifier, texts.get(i), answers.get(i), scopeScore == null || scores[i] < scopeScore))
                .toList();
    }

    private List<String> labelSets(MultiLabelClassifier classifier, String separator, List<String> texts) {
        List<MultiLabelClassification> answers = classifier.classify(texts);
        return IntStream.range(0, texts.size())
                .mapToObj(i -> labelSet(classifier, separator, texts.get(i), answers.get(i)))
                .toList();
    }

    private String labelSet(
            MultiLabelClassifier classifier, String separator, String text, MultiLabelClassification answer) {
        List<String> reasons =
                explain == null ? List.of() : List.of(LabelSetLine.reasons(classifier, text, answer, explain));
        asked++;
        if (isGuess(classifier.hasKnownToken(text)) && unknown != null) {
            return AnswerLine.of(unknown, 0, reasons, text);
        }
        return LabelSetLine.of(answer, separator, reasons, text);
    }

    /** Counts a text that has nothing the model has learnt. */
    private boolean isGuess(boolean hasKnownToken) {
        if (!hasKnownToken) {
            firstGuess = guessed++ == 0 ? asked : firstGuess;
        }
        return !hasKnownToken;
    }

    private String line(TextClassifier classifier, String text, Classification answer, boolean isInScope) {
        List<String> reasons =
                explain == null ? List.of() : AnswerLine.reasons(classifier.explain(text, answer.label()), explain);
        asked++;
        if (isGuess(classifier.hasKnownToken(text)) && unknown != null) {
            return AnswerLine.of(unknown, 0, reasons, text);
        }
        boolean answers = answersAll || (isInScope && classifier.answers(answer));
        abstentions += answers ? 0 : 1;
        return AnswerLine.of(
                answers ? answer.label() : Objects.requireNonNullElse(abstained, ABSTAINED),
                answer.probability(),
                reasons,
                text);
    }
}
