package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.CorpusCheck;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.report.MultiLabelReport;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.study.Study;
import io.github.bkd4j.study.StudyResult;
import io.github.bkd4j.study.TeacherRecipe;
import io.github.bkd4j.study.ThresholdRule;
import io.github.bkd4j.study.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the same student with several losses and seeds, and tests which differences are beyond chance. */
@Command(
        name = "compare",
        customSynopsis = "bkd compare --train=DATA --test=DATA [OPTIONS]",
        description = {
            "Train the same student with several losses and seeds, beside one teacher, and test "
                    + "which differences are beyond chance.",
            "",
            "Finished runs are kept (see --cache): after an interruption, the same command resumes "
                    + "where it stopped.",
            ""
        },
        optionListHeading = "%nCorpus and results%n",
        sortOptions = false,
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd compare --train a.tsv --test b.tsv --report page",
            "  bkd compare --train a.tsv --test b.tsv --losses ce+pla,bkd --seeds 3",
            "  bkd compare --plan plan.yaml --train a.tsv --test b.tsv",
            Manual.DATA,
            Manual.PLAN,
            Manual.CACHE,
            Manual.EXIT
        })
final class CompareCommand implements Callable<Integer> {

    private static final List<String> USUAL = List.of("ce", "ce+pla", "logit-adjusted", "kd", "kd+pla", "bkd");
    private static final List<String> USUAL_OF_LABEL_SETS = List.of("ce", "db", "kd", "bkd");

    @Mixin
    private StudyOptions study = new StudyOptions();

    @Option(
            names = "--test",
            required = true,
            paramLabel = "DATA",
            description = "Labelled texts that all systems are scored on.")
    private Path test = Path.of("");

    @Option(
            names = "--losses",
            split = ",",
            paramLabel = "NAME",
            description = "What to compare. " + Manual.LOSSES + Manual.ADJUSTED
                    + " Default ce,ce+pla,logit-adjusted,kd,kd+pla,bkd; where texts have sets of labels "
                    + "ce,db,kd,bkd.")
    private List<String> losses = List.of(); // none given: the usual ones

    @Option(names = "--seeds", paramLabel = "N", description = "Runs per loss, >= 1; default ${DEFAULT-VALUE}.")
    private int seeds = 5;

    @Mixin
    private ThresholdOption thresholds = new ThresholdOption();

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the scores of every run to this file.")
    private @Nullable Path json;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Also write report.html, report.md, results.csv, class-size.svg, and the differences "
                    + "between the last loss and the others, differences.json and .csv, to this folder. The page "
                    + "explains answers of the last loss's student from the first seed, which is trained again "
                    + "if its run was kept; of NAME+pla it explains none.")
    private @Nullable Path reportFolder;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (study.hasLabelSets()) {
            return compareLabelSets();
        }
        thresholds.requireNone();
        losses = losses.isEmpty() ? USUAL : losses;
        check();
        Splits<String> splits = study.splits(test);
        List<String> warnings = CorpusCheck.warnings(splits);
        PrintWriter err = spec.commandLine().getErr();
        warnings.forEach(warning -> err.println("bkd: " + warning));
        TeacherRecipe recipe = study.recipe(splits);
        List<Trial> trials = trials(recipe);
        Trial last = trials.get(trials.size() - 1);
        KeptStudent kept = new KeptStudent(new ShownTrainings(err), last.name(), study.seed());
        Study plain = Study.of(splits, study.seed(), recipe)
                .withStore(study.teacher().store())
                .withListener(kept);
        Study taught = study.taught(plain, trials, err);
        StudyResult result = taught.compare(trials, seeds);
        report(
                result,
                warnings,
                () -> kept.student().orElseGet(() -> (TextClassifier) taught.classifier(last, study.seed())));
        return 0;
    }

    private int compareLabelSets() throws IOException {
        losses = losses.isEmpty() ? USUAL_OF_LABEL_SETS : losses;
        checkRuns();
        LabelSetStudy sets = study.labelSets();
        ThresholdRule rule = thresholds.rule();
        sets.check("--losses", losses, rule);
        PrintWriter err = spec.commandLine().getErr();
        MultiLabelEvaluation<String> evaluation = sets.study(test, err)
                .withListener(new ShownTrainings(err))
                .compare(losses.stream().map(sets::trial).toList(), seeds, rule);
        evaluation.warnings().forEach(warning -> err.println("bkd: " + warning));
        report(evaluation);
        return 0;
    }

    private void report(MultiLabelEvaluation<String> evaluation) {
        String last = losses.get(losses.size() - 1);
        List<String> others =
                evaluation.systems().stream().filter(name -> !name.equals(last)).toList();
        MultiLabelReport report = MultiLabelReport.of(evaluation)
                .titled(String.valueOf(test.getFileName()))
                .withProvenance(Map.of("bkd version", Version.own()));
        String text = report.table() + (others.isEmpty() ? "" : "\n\n" + report.against(last, others));
        if (json != null) {
            report.writeJson(json);
        }
        if (reportFolder != null) {
            report.writeHtml(reportFolder.resolve("report.html"));
            report.writeCsv(reportFolder.resolve("results.csv"));
            writeText(reportFolder, text);
            if (!others.isEmpty()) {
                report.writeDifferencesJson(reportFolder.resolve("differences.json"), last, others);
                report.writeDifferencesCsv(reportFolder.resolve("differences.csv"), last, others);
            }
        }
        spec.commandLine().getOut().println(text);
    }

    private void check() throws IOException {
        checkRuns();
        study.check("--losses", losses);
        study.teacher().requireStore();
    }

    /** Refuses what is wrong whatever the texts have. */
    private void checkRuns() {
        if (seeds < 1) {
            throw new InputException("--seeds", "must be >= 1 but was " + seeds);
        }
        if (losses.stream().distinct().count() < losses.size()) {
            throw new InputException("--losses", "must have each name once but had " + String.join(",", losses));
        }
        if (json != null) {
            AtomicFile.requireWritable(json);
        }
        if (reportFolder != null) {
            AtomicFile.requireWritable(reportFolder.resolve("report.html"));
        }
    }

    private List<Trial> trials(TeacherRecipe recipe) {
        return losses.stream().map(name -> study.trial(name, recipe)).toList();
    }

    /** The student, needed for the page alone, is that of the last loss from the first seed. */
    private void report(StudyResult result, List<String> warnings, Supplier<TextClassifier> student) {
        Evaluation<String> evaluation = result.evaluation();
        Map<String, String> provenance = new LinkedHashMap<>(Map.of("bkd version", Version.own()));
        provenance.putAll(result.provenance());
        String last = losses.get(losses.size() - 1);
        List<String> others =
                evaluation.systems().stream().filter(name -> !name.equals(last)).toList();
        Report report = againstBest(Report.of(evaluation), last)
                .titled(String.valueOf(test.getFileName()))
                .withHistories(result.histories())
                .withWarnings(warnings)
                .withProvenance(provenance);
        String text = report.table() + (others.isEmpty() ? "" : "\n\n" + report.against(last, others));
        if (json != null) {
            report.writeJson(json);
        }
        if (reportFolder != null) {
            boolean isAdjusted = LossOptions.isAdjusted(last); // the student is not
            write(isAdjusted ? report : report.withReasons(new ModelReasons(student.get())), text, reportFolder);
            if (!others.isEmpty()) {
                report.writeDifferencesJson(reportFolder.resolve("differences.json"), last, others);
                report.writeDifferencesCsv(reportFolder.resolve("differences.csv"), last, others);
            }
        }
        evaluation.warnings().forEach(warning -> spec.commandLine().getErr().println("bkd: " + warning));
        spec.commandLine().getOut().println(text);
    }

    /** The last loss against the best of the other students, whatever their order; teachers are no rivals. */
    private Report againstBest(Report report, String last) {
        List<String> students =
                losses.stream().filter(name -> !name.equals(last)).toList();
        return students.isEmpty() ? report : report.comparing(last, students);
    }

    private void write(Report report, String text, Path folder) {
        report.writeHtml(folder.resolve("report.html"));
        report.writeCsv(folder.resolve("results.csv"));
        report.writeClassSizes(folder.resolve("class-size.svg"), losses);
        writeText(folder, text);
    }

    private void writeText(Path folder, String text) {
        AtomicFile.write(
                folder.resolve("report.md"), file -> file.write((text + "\n").getBytes(StandardCharsets.UTF_8)));
        spec.commandLine().getErr().println("wrote " + folder.resolve("report.html"));
    }
}
