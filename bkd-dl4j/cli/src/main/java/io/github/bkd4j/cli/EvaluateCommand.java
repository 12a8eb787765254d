package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.evaluate.Predictions;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.model.Provenance;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.report.Figure;
import io.github.bkd4j.report.MultiLabelReport;
import io.github.bkd4j.report.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores a model on a test set. */
@Command(
        name = "evaluate",
        description = {
            "Score a model on a test set, over all classes and over groups of classes.",
            "",
            "Balanced accuracy is the mean recall over the classes. Groups are defined by the number "
                    + "of training texts: many > 100, medium 20 to 100, few < 20; head, middle and tail are "
                    + "the thirds of the classes from most to fewest texts. ECE is the expected calibration "
                    + "error: how far the probabilities deviate from the accuracy. Of a model of several labels per "
                    + "text: micro- and macro-F1 at its thresholds, mean F1 of each group, and how well it ranks.",
            ""
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd evaluate tickets.bkd --test held-out.tsv",
            "  bkd evaluate tickets.bkd --test held-out.tsv --report page",
            "  bkd evaluate tickets.bkd --unlabelled today.txt",
            Manual.DATA,
            Manual.EXIT
        })
final class EvaluateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "A model that 'bkd distill' wrote.")
    private Path model = Path.of("");

    @Option(
            names = "--test",
            paramLabel = "DATA",
            description = "Labelled texts that the model has not seen. Required unless --unlabelled is given.")
    private @Nullable Path test;

    @Option(
            names = "--out-of-scope",
            paramLabel = "FILE",
            description =
                    "Texts that belong to none of the classes, as a file like that of --unlabelled: tells how well the "
                            + "model tells them from those of --test. AUROC, and the share of the test texts that is "
                            + "refused where 95%% of these are (FPR).")
    private @Nullable Path outOfScope;

    @Option(
            names = "--unlabelled",
            paramLabel = "FILE",
            description =
                    "Texts without a label, such as the traffic of a day: one per line, or in the text column of .tsv, "
                            + ".csv or .jsonl. Tells how far they are from the texts that were left out of training, "
                            + "and estimates how common the classes are among them. The model must have been distilled "
                            + "with --valid or --abstain.")
    private @Nullable Path unlabelled;

    @ArgGroup(validate = false, heading = ColumnOptions.HEADING, order = ColumnOptions.ORDER)
    private ColumnOptions columns = new ColumnOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the scores to this file.")
    private @Nullable Path json;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Also write a page with plots, report.html, to this folder.")
    private @Nullable Path page;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (test == null && unlabelled == null) {
            throw new InputException("--test or --unlabelled must be given but neither was");
        }
        if (test == null && outOfScope != null) {
            throw new InputException("--out-of-scope", "must come with --test");
        }
        if (test == null && (json != null || page != null)) {
            throw new InputException("--json and --report must come with --test");
        }
        if (MultiLabelClassifier.isIn(model)) {
            evaluateLabelSets();
            return 0;
        }
        requireOneLabelPerText();
        Corpus<String> corpus = test == null ? null : Corpus.read(test, columns.columns());
        List<String> traffic =
                unlabelled == null ? List.of() : UnlabelledFiles.read(List.of(unlabelled), columns.columns());
        TextClassifier classifier = TextClassifier.load(model);
        List<String> tables = new ArrayList<>();
        if (corpus != null) {
            tables.add(scores(classifier, corpus));
        }
        if (unlabelled != null) {
            tables.add(drift(classifier, traffic));
        }
        spec.commandLine().getOut().println(String.join("\n\n", tables));
        return 0;
    }

    private void requireOneLabelPerText() {
        if (test != null && columns.haveLabelSets(test)) {
            throw new InputException(
                    "--test",
                    "must have one label per text, as " + model + " answers, but " + test + " has sets of labels");
        }
    }

    private void evaluateLabelSets() {
        if (test == null || unlabelled != null || outOfScope != null) {
            throw new InputException("--test alone can be given with a model of several labels per text, but "
                    + (unlabelled != null ? "--unlabelled" : "--out-of-scope") + " was");
        }
        if (!columns.haveLabelSets(test)) {
            throw new InputException(
                    "--test",
                    "must have sets of labels, as " + model + " answers, but " + test
                            + " has one label per text; see --label-separator");
        }
        MultiLabelCorpus<String> corpus = columns.readLabelSets(test);
        MultiLabelClassifier classifier = MultiLabelClassifier.load(model);
        String name = String.valueOf(model.getFileName());
        MultiLabelEvaluation<String> evaluation = ofTest(
                        () -> MultiLabelEvaluation.on(corpus, classifier.trainingCounts()))
                .with(
                        name,
                        OptionalLong.empty(),
                        classifier,
                        classifier.thresholds(),
                        OptionalDouble.empty(),
                        OptionalLong.of(classifier.parameters()));
        MultiLabelReport report = MultiLabelReport.of(evaluation)
                .titled(name)
                .withProvenance(provenance(classifier.provenance(), corpus.fingerprint()));
        if (json != null) {
            report.writeJson(json);
        }
        if (page != null) {
            Path file = page.resolve("report.html");
            report.writeHtml(file);
            spec.commandLine().getErr().println("wrote " + file);
        }
        evaluation.warnings().forEach(warning -> spec.commandLine().getErr().println("bkd: " + warning));
        spec.commandLine().getOut().println(report.figures(name));
    }

    /** An evaluation on the test file, which a refusal names. */
    private <T> T ofTest(Supplier<T> evaluation) {
        try {
            return evaluation.get();
        } catch (CorpusException e) {
            throw new InputException(test + ": " + e.getMessage());
        }
    }

    private String drift(TextClassifier classifier, List<String> traffic) {
        if (classifier.profile().isEmpty()) {
            throw new InputException(
                    "--unlabelled",
                    "must come with a model that was distilled with --valid or --abstain, or calibrated with --valid, but "
                            + model + " was not");
        }
        if (traffic.isEmpty()) {
            throw new InputException("--unlabelled", "must have at least one text but had none");
        }
        return DriftTable.of(classifier, classifier.drift(traffic));
    }

    private String scores(TextClassifier classifier, Corpus<String> corpus) {
        String name = String.valueOf(model.getFileName());
        Evaluation<String> evaluation = ofTest(() -> Evaluation.on(corpus, classifier.trainingCounts()))
                .of(name, classifier, classifier.parameters());
        Report report = Report.of(evaluation)
                .withFigures(
                        figures(classifier, corpus, evaluation.results().get(0).predictions()));
        if (json != null) {
            report.writeJson(json);
        }
        if (page != null) {
            Path file = page.resolve("report.html");
            report.titled(name)
                    .withProvenance(provenance(classifier.provenance(), corpus.fingerprint()))
                    .withReasons(new ModelReasons(classifier))
                    .writeHtml(file);
            spec.commandLine().getErr().println("wrote " + file);
        }
        evaluation.warnings().forEach(warning -> spec.commandLine().getErr().println("bkd: " + warning));
        return report.figures(name);
    }

    private List<Figure> figures(TextClassifier classifier, Corpus<String> corpus, Predictions predictions) {
        List<Figure> figures = new ArrayList<>(AbstentionFigures.of(classifier, predictions));
        if (outOfScope != null) {
            List<String> texts = UnlabelledFiles.read(List.of(outOfScope), columns.columns());
            if (texts.isEmpty()) {
                throw new InputException("--out-of-scope", "must have at least one text but had none");
            }
            figures.addAll(ScopeFigures.of(classifier, corpus.instances(), texts));
        }
        return figures;
    }

    private Map<String, String> provenance(Provenance provenance, String fingerprint) {
        Map<String, String> entries = new LinkedHashMap<>(provenance.entries());
        entries.put("test data", String.valueOf(test));
        entries.put("test fingerprint", fingerprint);
        return entries;
    }
}
