package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.study.LossSettings;
import io.github.bkd4j.study.TeacherObjective;
import io.github.bkd4j.study.TrainedTeacher;
import io.github.bkd4j.study.Trainer;
import io.github.bkd4j.teacher.LogitsFile;
import java.nio.file.Path;
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
        customSynopsis = "bkd teach --train=DATA --logits=FILE.npy [OPTIONS]",
        description = {
            "Train a teacher and write its logits for each training text, [texts, classes], with the classes in "
                    + "FILE.npy.labels; 'bkd distill --teacher logits:FILE.npy' reads them.",
            ""
        },
        optionListHeading = "%nCorpus and logits%n",
        sortOptions = false,
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd teach --train a.tsv --logits a.npy",
            "  bkd distill --train a.tsv --teacher logits:a.npy --out m.bkd",
            Manual.DATA,
            Manual.CACHE,
            Manual.EXIT
        })
final class TeachCommand implements Callable<Integer> {

    @Mixin
    private CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--logits", required = true, paramLabel = "FILE.npy", description = "File for the logits.")
    private Path logits = Path.of("");

    @Option(names = "--of", paramLabel = "DATA", description = "Texts to predict; default: the training texts.")
    private @Nullable Path about;

    @Option(
            names = "--adjusted",
            description = "Train the teacher with the logit-adjusted loss instead of cross-entropy; with its logits, "
                    + "use 'bkd distill' --tempering " + LossSettings.TEMPERING_BESIDE_ADJUSTED + ".")
    private boolean adjusted;

    @Mixin
    private TeachingOptions teaching = new TeachingOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        teaching.check(corpus.validated());
        Splits<String> splits = corpus.splits(null);
        Corpus<String> asked = about == null ? splits.train() : corpus.read(about);
        Trainer trainer = new Trainer(
                splits,
                teaching.schedule().seed(),
                new ShownTrainings(spec.commandLine().getErr()));
        TrainedTeacher teacher = teaching.recipe(corpus.validated(), splits.train())
                .teach(trainer, adjusted ? TeacherObjective.LOGIT_ADJUSTED : TeacherObjective.CROSS_ENTROPY);
        LogitsFile.ofTexts(logits).write(teacher.logits().name(), about(teacher, splits.train(), asked), asked);
        spec.commandLine().getErr().println("wrote " + logits + " and " + logits + ".labels");
        return 0;
    }

    /** The logits to write; for the training texts, the same that students learn from. */
    private static Logits about(TrainedTeacher teacher, Corpus<String> training, Corpus<String> asked) {
        return asked.equals(training) || teacher.teacher().isEmpty()
                ? teacher.logits().about(asked)
                : teacher.teacher().get().predict(asked.instances());
    }
}
