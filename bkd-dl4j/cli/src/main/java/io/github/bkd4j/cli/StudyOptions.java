package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Splits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
            description = "A file with settings, one a line: the names of the options of distill and compare without "
                    + "their dashes, such as 'temperature: 2'. An option on the command line wins over it; paths in "
                    + "it begin at its folder. 'bkd tune' writes such files.")
    @SuppressWarnings("UnusedVariable") // read before the command is
    private @Nullable Path plan;

    @Mixin
    private TeachingOptions teaching = new TeachingOptions();

    @ArgGroup(validate = false, heading = "%nStudent%n", order = 2)
    private StudentOptions student = new StudentOptions();

    @ArgGroup(validate = false, heading = "%nWhat the student learns%n", order = 3)
    private LossOptions loss = new LossOptions();

    /** Refuses what can be known to be wrong before a text is read. */
    void check(List<Contender> contenders) throws IOException {
        teaching.check(corpus.validated());
        student.check(teaching.teacher(), contenders, corpus.columns());
    }

    /** The ways to train that have these names; refused in the words of the option that they came with. */
    List<Contender> contenders(String option, List<String> names) {
        loss.check(teaching.schedule().epochs());
        return names.stream().map(name -> contender(option, name)).toList();
    }

    Contender contender(String option, String name) {
        return loss.contender(option, name, teaching.teacher());
    }

    /** The files, with a test set or without. */
    Splits<String> splits(@Nullable Path test) {
        return corpus.splits(test);
    }

    long seed() {
        return teaching.schedule().seed();
    }

    TeacherOptions teacher() {
        return teaching.teacher();
    }

    Teachers teachers(Trainer trainer) {
        return teaching.teachers(trainer);
    }

    /** The student that a way to train wants. */
    Learner learner(Contender contender) {
        return teaching.schedule()
                .learner(student.architecture(teaching.teacher(), contender.head()), corpus.validated());
    }

    /** Texts for the teacher alone. */
    List<String> unlabelled(Splits<String> splits, Taught taught) {
        return student.unlabelled(splits, taught, seed(), corpus.columns());
    }
}
