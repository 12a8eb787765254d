package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Columns;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.Head;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.study.LossName;
import io.github.bkd4j.study.Study;
import io.github.bkd4j.study.TeacherRecipe;
import io.github.bkd4j.study.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All that decides what a student becomes: a mixin of the commands that distil. */
final class StudyOptions {

    @Mixin
    private CorpusOptions corpus = new CorpusOptions();

    @Option(
            names = PlannedLine.OPTION,
            paramLabel = "FILE.yaml",
            description = "A file with settings, one per line: the names of the options of distill and compare without "
                    + "their dashes, such as 'temperature: 2'. An option on the command line wins over it; paths in "
                    + "it begin at its folder. 'bkd tune' writes such files.")
    @SuppressWarnings("UnusedVariable") // read before the command is
    private @Nullable Path plan;

    @Mixin
    private TeachingOptions teaching = new TeachingOptions();

    @ArgGroup(validate = false, heading = "%nStudent%n", order = 2)
    private StudentOptions student = new StudentOptions();

    @ArgGroup(validate = false, heading = "%nLoss%n", order = 3)
    private LossOptions loss = new LossOptions();

    /** Refuses what can be known to be wrong before a text is read; names of losses in the words of their option. */
    void check(String option, List<String> names) throws IOException {
        loss.check(teaching.schedule().epochs());
        List<LossName> losses =
                names.stream().map(name -> LossOptions.named(option, name)).toList();
        teaching.check(corpus.validated());
        student.check(
                teaching.teacher(),
                losses.stream().anyMatch(LossName::needsTeacher),
                String.join(",", names),
                corpus.columns());
        boolean trained = teaching.teacher().isTrained();
        loss.warnOfUnread(
                String.join(",", names),
                settings -> Stream.concat(
                                losses.stream().map(one -> one.objective(settings, trained)),
                                names.stream().filter(LossOptions::isAdjusted).map(name -> settings.adjustment()))
                        .toList());
    }

    /** Whether texts have sets of labels. */
    boolean hasLabelSets() {
        return corpus.hasLabelSets();
    }

    /** What the options mean for texts with sets of labels. */
    LabelSetStudy labelSets() {
        return new LabelSetStudy(corpus, teaching, student, loss);
    }

    private Objective objective(LossName name) {
        return name.objective(loss.settings(), teaching.teacher().isTrained());
    }

    Columns columns() {
        return corpus.columns();
    }

    boolean isValidated() {
        return corpus.validated();
    }

    /** The files, with a test set or without. */
    Splits<String> splits(@Nullable Path test) {
        Splits<String> splits = corpus.splits(test);
        student.requireKnownWords(splits.train().instances(), teaching.teacher());
        return splits;
    }

    long seed() {
        return teaching.schedule().seed();
    }

    TeacherOptions teacher() {
        return teaching.teacher();
    }

    /** Reads the teacher, or says how it is trained. */
    TeacherRecipe recipe(Splits<String> splits) {
        return teaching.recipe(corpus.validated(), splits.train());
    }

    /** The training of the student under a loss of a known name, with post-hoc logit adjustment or without. */
    Trial trial(String name, TeacherRecipe recipe) {
        Trial trial = trial(LossOptions.named(name), recipe);
        return LossOptions.isAdjusted(name) ? trial.adjusted(loss.settings().adjustment()) : trial;
    }

    /** Refuses a loss whose student cannot be kept, for its output layer has no biases to adjust. */
    void requireSaveable(String option, String name) {
        if (LossOptions.isAdjusted(name) && objective(LossOptions.named(name)).needsCosines()) {
            throw new InputException(
                    option,
                    "must not be " + name
                            + ", which 'bkd compare' can score but whose student has a cosine output layer "
                            + "without biases to adjust");
        }
    }

    private Trial trial(LossName known, TeacherRecipe recipe) {
        Head head = objective(known).needsCosines() ? Head.COSINE : Head.LINEAR;
        Architecture<String> network = student.architecture(teaching.teacher(), head);
        return known.trial(loss.settings(), recipe, network, teaching.schedule().schedule(network, corpus.validated()));
    }

    /** A study with all that its students hear: whether texts are made of the training texts is decided now. */
    Study taught(Study plain, List<Trial> trials, PrintWriter err) {
        return plain.withUnlabelled(unlabelled(plain, trials, err));
    }

    private Function<Splits<String>, List<String>> unlabelled(Study study, List<Trial> trials, PrintWriter err) {
        double perText = trials.stream().anyMatch(Trial::needsTeacher)
                ? student.transfer(
                        teacher(),
                        () -> study.worth(trial(LossName.LOGIT_ADJUSTED, study.teacher())),
                        study.splits().train(),
                        err)
                : 0;
        long tested = student.unlabelledOf(study.splits().test(), corpus.columns());
        if (tested > 0) {
            err.println(tested + " unlabelled texts are also in the test set and are left out");
        }
        return splits -> student.unlabelled(splits, teacher(), perText, seed(), corpus.columns());
    }
}
