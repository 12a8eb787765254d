package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusCheck;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.report.MultiLabelReport;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.study.Study;
import io.github.bkd4j.study.TeacherRecipe;
import io.github.bkd4j.study.ThresholdRule;
import io.github.bkd4j.study.TrainedTeacher;
import io.github.bkd4j.study.Trainer;
import io.github.bkd4j.study.Training;
import io.github.bkd4j.study.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a teacher, then a student, and writes the student. */
@Command(
        name = "distill",
        customSynopsis = "bkd distill --train=DATA --out=MODEL [OPTIONS]",
        description = "Train a teacher on a corpus, distil it into a student, and write the student.",
        optionListHeading = "%nCorpus and model%n",
        sortOptions = false,
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd distill --train tickets.tsv --out tickets.bkd",
            "  bkd distill --train a.tsv --test b.tsv --out m.bkd --report page",
            "  bkd distill --plan plan.yaml --train a.tsv --out m.bkd --resume",
            Manual.DATA,
            Manual.PLAN,
            Manual.CHECKPOINTS,
            Manual.CACHE,
            Manual.EXIT
        })
final class DistillCommand implements Callable<Integer> {

    private static final String STUDENT = "student";
    private static final String REPORT = "report.html";

    @Mixin
    private StudyOptions study = new StudyOptions();

    @Option(
            names = "--test",
            paramLabel = "DATA",
            description = "Labelled texts on which teacher and student are scored at the end; not used in training.")
    private @Nullable Path test;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "MODEL",
            description = "File for the student, NAME.bkd; replaced if it exists.")
    private Path out = Path.of("");

    @Option(
            names = "--compact",
            description =
                    "Keep the student's tables in 8 bits, with a scale per row: MODEL is about a quarter as large "
                            + "and answers almost the same. Its scores are those of the rounded student.")
    private boolean compact;

    @Option(
            names = "--resume",
            description = "Resume an interrupted run of the same command, at its last epoch or shortly before it. "
                    + "The student is the same as without the interruption. Until MODEL is written, files "
                    + "MODEL.*.checkpoint beside it keep the state.")
    private boolean resume;

    @Option(names = "--report", paramLabel = "DIR", description = "With --test, also write report.html to this folder.")
    private @Nullable Path reportFolder;

    @Option(
            names = "--ui",
            paramLabel = "PORT",
            description = "Show the training on DL4J's web page at http://localhost:PORT, >= 1 and <= 65535. Needs "
                    + "org.deeplearning4j:deeplearning4j-ui on the class path. Default: no page.")
    private @Nullable Integer ui;

    @Mixin
    private ThresholdOption thresholds = new ThresholdOption();

    @Mixin
    private AbstentionOptions abstention = new AbstentionOptions();

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description = "What the student is trained for. " + Manual.LOSSES + Manual.ADJUSTED
                    + " Default ${DEFAULT-VALUE}.")
    private String name = "bkd";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        checkReport();
        if (study.hasLabelSets()) {
            return distilLabelSets();
        }
        check();
        Splits<String> splits = study.splits(test);
        abstention.check(splits, study.seed());
        AtomicFile.requireWritable(out);
        PrintWriter err = spec.commandLine().getErr();
        List<String> warnings = CorpusCheck.warnings(splits);
        warnings.forEach(warning -> err.println("bkd: " + warning));
        Checkpoints checkpoints = checkpoints();
        checkpoints.begin(resume, err);
        Trainer trainer = new Trainer(
                splits,
                study.seed(),
                new ShownTrainings(err, listeners(err)),
                system -> Optional.of(checkpoints.of(system)));
        TeacherRecipe recipe = study.recipe(splits);
        Trial trial = study.trial(name, recipe).named(STUDENT);
        Study students = students(splits, trial, recipe);
        List<TrainedTeacher> teachers =
                trial.needsTeacher() ? List.of(students.teacher().teach(trainer, trial.teacher())) : List.of();
        Training trained = teachers.isEmpty()
                ? trainer.train(trial)
                : trainer.distill(trial, teachers.get(0), students.unlabelled());
        Training adjusted = trained.adjusted(trial);
        Training training = guarded(compact ? compact(adjusted) : adjusted, students, trial);
        training.classifier().save(out);
        err.println("wrote " + out);
        checkpoints.delete();
        if (test != null) {
            report(Evaluation.on(splits), teachers, training, warnings);
        } else {
            Card.deleteBeside(out, err);
        }
        return 0;
    }

    private void checkReport() {
        if (reportFolder == null) {
            return;
        }
        if (test == null) {
            throw new InputException("--report", "must come with --test");
        }
        AtomicFile.requireWritable(reportFolder.resolve(REPORT));
    }

    /** Refuses what can be known to be wrong before a text is read. */
    private void check() throws IOException {
        thresholds.requireNone();
        study.check("--loss", List.of(name));
        study.requireSaveable("--loss", name);
        abstention.check(study.teacher(), study.isValidated(), study.columns());
        if (ui != null) {
            Dashboard.require(ui);
        }
    }

    private Checkpoints checkpoints() {
        return new Checkpoints(
                out,
                Stream.concat(study.teacher().trainings().stream(), Stream.of(STUDENT))
                        .toList());
    }

    private int distilLabelSets() throws IOException {
        LabelSetStudy sets = study.labelSets();
        ThresholdRule rule = thresholds.rule();
        sets.check("--loss", List.of(name), rule);
        if (abstention.isWanted() || ui != null) {
            throw new InputException(
                    "--abstain, --out-of-scope and --ui must come with texts that have one label each, but these have "
                            + "sets of labels");
        }
        PrintWriter err = spec.commandLine().getErr();
        Optional<MultiLabelReport> report =
                new DistilledLabelSets(sets, name, rule, out, err).run(test, compact, resume);
        if (report.isPresent() && reportFolder != null) {
            report.get().writeHtml(reportFolder.resolve(REPORT));
            err.println("wrote " + reportFolder.resolve(REPORT));
        }
        report.ifPresent(scores -> spec.commandLine().getOut().println(scores.table()));
        return 0;
    }

    private Study students(Splits<String> splits, Trial trial, TeacherRecipe recipe) {
        Study plain =
                Study.of(splits, study.seed(), recipe).withStore(study.teacher().store());
        return study.taught(plain, List.of(trial), spec.commandLine().getErr());
    }

    private static Training compact(Training training) {
        return training.with(((TextClassifier) training.classifier()).compact());
    }

    /** The same student with what it is to know of its limits. */
    private Training guarded(Training training, Study students, Trial trial) {
        TextClassifier student = (TextClassifier) training.classifier();
        Corpus<String> validation = students.splits().validation();
        PrintWriter err = spec.commandLine().getErr();
        if (validation.size() > 0) {
            HeldOut<String> heldOut = new HeldOut<>(validation, student.predict(validation.instances()));
            return training.with(abstention.guarded(student, heldOut, study.columns(), err));
        }
        if (!abstention.isWanted()) {
            return training;
        }
        err.println("cross-fitting students, which classify texts that they have not seen: " + Study.FOLDS
                + " folds, for each a training like the one before");
        HeldOut<String> crossFitted = students.crossFitted(trial);
        return training.with(abstention.guardedByTraining(student, crossFitted, study.columns(), err));
    }

    private Function<String, List<TrainingListener>> listeners(PrintWriter err) {
        if (ui == null) {
            return system -> List.of();
        }
        Dashboard dashboard = Dashboard.open(ui);
        err.println("training is shown at http://localhost:" + ui);
        return dashboard::listeners;
    }

    private void report(
            Evaluation<String> empty, List<TrainedTeacher> teachers, Training training, List<String> warnings) {
        Evaluation<String> evaluation = empty;
        for (TrainedTeacher teacher : teachers) {
            evaluation = teacher.scored(evaluation, study.seed());
        }
        evaluation = training.scored(evaluation);
        PrintWriter err = spec.commandLine().getErr();
        err.println("wrote " + Card.write(training.classifier(), out, evaluation, STUDENT));
        evaluation.warnings().forEach(warning -> err.println("bkd: " + warning));
        Report report = Report.of(evaluation)
                .titled(String.valueOf(out.getFileName()))
                .withHistories(List.of(training.history()))
                .withWarnings(warnings)
                .withProvenance(training.classifier().provenance().entries());
        if (reportFolder != null) {
            reasoned(report, training).writeHtml(reportFolder.resolve(REPORT));
            err.println("wrote " + reportFolder.resolve(REPORT));
        }
        spec.commandLine().getOut().println(report.table());
    }

    private static Report reasoned(Report report, Training training) {
        return report.withReasons(new ModelReasons((TextClassifier) training.classifier()));
    }
}
