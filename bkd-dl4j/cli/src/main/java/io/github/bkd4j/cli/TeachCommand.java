package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.report.MultiLabelReport;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.study.LossSettings;
import io.github.bkd4j.study.TeacherObjective;
import io.github.bkd4j.study.TeacherRecipe;
import io.github.bkd4j.study.TeacherScores;
import io.github.bkd4j.study.TrainedTeacher;
import io.github.bkd4j.study.Trainer;
import io.github.bkd4j.teacher.LogitsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a teacher and writes its logits. */
@Command(
        name = "teach",
        customSynopsis = {
            "bkd teach --train=DATA --logits=FILE.npy [OPTIONS]",
            "       bkd teach --train=DATA --score [OPTIONS]"
        },
        description = {
            "Train a teacher and write its logits for each training text, [texts, classes], with the classes in "
                    + "FILE.npy.labels; 'bkd distill --teacher logits:FILE.npy' reads them. Or score it by "
                    + "cross-validation on the training texts, to choose among teachers before anything is distilled.",
            ""
        },
        optionListHeading = "%nCorpus and logits%n",
        sortOptions = false,
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd teach --train a.tsv --logits a.npy",
            "  bkd distill --train a.tsv --teacher logits:a.npy --out m.bkd",
            "  bkd teach --train a.tsv --score --encoder bge-small --l2 cv",
            Manual.DATA,
            Manual.CACHE,
            Manual.EXIT
        })
final class TeachCommand implements Callable<Integer> {

    @Mixin
    private CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--logits", paramLabel = "FILE.npy", description = "File for the logits.")
    private @Nullable Path logits;

    @Option(names = "--of", paramLabel = "DATA", description = "Texts to predict; default: the training texts.")
    private @Nullable Path about;

    @Option(
            names = "--adjusted",
            description = "Train the teacher with the logit-adjusted loss instead of cross-entropy; with its logits, "
                    + "use 'bkd distill' --tempering " + LossSettings.TEMPERING_BESIDE_ADJUSTED + ".")
    private boolean adjusted;

    @Option(
            names = "--score",
            description = "Print how well the teacher classifies training texts that it has not seen: trained with "
                    + "cross-entropy (teacher) and with the logit-adjusted loss (teacher-la); see 'bkd evaluate' for the "
                    + "columns. With --adjusted, the latter alone.")
    private boolean score;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "Folds that the training texts are dealt into for --score, >= 2. Default ${DEFAULT-VALUE}.")
    private int folds = 5;

    @Mixin
    private ThresholdOption thresholds = new ThresholdOption();

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the scores to this file.")
    private @Nullable Path json;

    @Mixin
    private TeachingOptions teaching = new TeachingOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        check();
        if (corpus.hasLabelSets()) {
            teachLabelSets();
        } else {
            teachClasses();
        }
        return 0;
    }

    private void teachLabelSets() {
        checkLabelSets();
        MultiLabelCorpus<String> training = corpus.labelSets(null).train();
        MultiLabelCorpus<String> asked = about == null ? training : corpus.readLabelSets(about);
        requireFolds(training.size());
        TaughtLabelSets sets = new TaughtLabelSets(
                training,
                teaching.teacher().labelSets(teaching.schedule(), training),
                teaching.schedule().seed(),
                spec.commandLine().getErr());
        if (score) {
            MultiLabelReport report = sets.scores(scored(), thresholds.rule(), folds);
            if (json != null) {
                report.writeJson(json);
            }
            spec.commandLine().getOut().println(report.table());
        }
        if (logits != null) {
            sets.write(written(), asked, logits);
        }
    }

    private void checkLabelSets() {
        if (corpus.validated()) {
            throw new InputException(
                    "--valid", "must come with texts that have one label each, but these have sets of labels");
        }
        if (about != null) {
            teaching.teacher().requireAnswersAll("--of");
        }
        thresholds.rule();
    }

    private void teachClasses() {
        thresholds.requireNone();
        Splits<String> splits = corpus.splits(null);
        Corpus<String> asked = about == null ? splits.train() : corpus.read(about);
        requireFolds(splits.train().size());
        Trainer trainer = new Trainer(
                splits,
                teaching.schedule().seed(),
                new ShownTrainings(spec.commandLine().getErr()));
        TeacherRecipe recipe = teaching.recipe(corpus.validated(), splits.train());
        if (score) {
            score(recipe, trainer);
        }
        if (logits != null) {
            write(recipe, trainer, asked, logits);
        }
    }

    private void requireFolds(int texts) {
        if (score && folds > texts) {
            throw new InputException("--folds", "must be at most the training texts, " + texts + ", but was " + folds);
        }
    }

    /** What the teacher whose logits are written is trained for. */
    private TeacherObjective written() {
        return adjusted ? TeacherObjective.LOGIT_ADJUSTED : TeacherObjective.CROSS_ENTROPY;
    }

    /** What the teachers that are scored are trained for. */
    private List<TeacherObjective> scored() {
        return adjusted ? List.of(TeacherObjective.LOGIT_ADJUSTED) : List.of(TeacherObjective.values());
    }

    private void check() {
        teaching.check(corpus.validated());
        if (logits == null && !score) {
            throw new InputException("--logits or --score must be given");
        }
        if (about != null && logits == null) {
            throw new InputException("--of must come with --logits");
        }
        if (json != null && !score) {
            throw new InputException("--json must come with --score");
        }
        if (thresholds.isGiven() && !score) {
            throw new InputException("--thresholds must come with --score");
        }
        if (score) {
            teaching.teacher().requireScorable();
        }
        if (folds < 2) {
            throw new InputException("--folds", "must be >= 2 but was " + folds);
        }
    }

    private void score(TeacherRecipe recipe, Trainer trainer) {
        TeacherScores scores = TeacherScores.of(recipe, trainer, folds, scored());
        if (!scores.leftOut().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("bkd: classes of one text are learned but not scored: "
                            + String.join(", ", scores.leftOut()));
        }
        Report report = Report.of(scores.evaluation());
        if (json != null) {
            report.writeJson(json);
        }
        spec.commandLine().getOut().println(report.table());
    }

    private void write(TeacherRecipe recipe, Trainer trainer, Corpus<String> asked, Path file) {
        TrainedTeacher teacher = recipe.teach(trainer, written());
        LogitsFile.ofTexts(file)
                .write(teacher.logits().name(), about(teacher, trainer.splits().train(), asked), asked);
        spec.commandLine().getErr().println("wrote " + file + ", " + file + ".labels and " + file + ".json");
    }

    /** The logits to write; for the training texts, the same that students learn from. */
    private static Logits about(TrainedTeacher teacher, Corpus<String> training, Corpus<String> asked) {
        return asked.equals(training) || teacher.teacher().isEmpty()
                ? teacher.logits().about(asked)
                : teacher.teacher().get().predict(asked.instances());
    }
}
