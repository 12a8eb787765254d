package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.network.Head;
import io.github.bkd4j.network.TextArchitecture;
import io.github.bkd4j.study.LossSettings;
import io.github.bkd4j.study.MultiLabelLoss;
import io.github.bkd4j.study.MultiLabelSearchSpace;
import io.github.bkd4j.study.MultiLabelStudy;
import io.github.bkd4j.study.MultiLabelTrial;
import io.github.bkd4j.study.ThresholdRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the options of distill, compare and tune mean for texts with sets of labels. */
record LabelSetStudy(CorpusOptions corpus, TeachingOptions teaching, StudentOptions student, LossOptions loss) {

    /** Refuses what can be known to be wrong before a text is read; names of losses in the words of their option. */
    void check(String option, List<String> names, ThresholdRule rule) throws IOException {
        loss.check(teaching.schedule().epochs());
        List<MultiLabelLoss> losses =
                names.stream().map(name -> named(option, name)).toList();
        boolean needsTeacher = losses.stream().anyMatch(MultiLabelLoss::needsTeacher);
        if (settings().deferred() > 0) {
            throw new InputException(
                    "--deferred",
                    "must be 0 for texts with sets of labels but was "
                            + settings().deferred());
        }
        teaching.check(corpus.validated());
        student.check(teaching.teacher(), needsTeacher, String.join(",", names), corpus.columns());
        loss.warnOfUnread(
                String.join(",", names),
                settings -> losses.stream().map(one -> one.objective(settings)).toList());
        if (needsTeacher && rule != ThresholdRule.HALF && !corpus.validated()) {
            teaching.teacher().requireAnswersAll("--thresholds " + rule + " without --valid");
        }
    }

    private static MultiLabelLoss named(String option, String name) {
        return MultiLabelLoss.of(name)
                .orElseThrow(() -> new InputException(
                        option,
                        "must be one of " + MultiLabelLoss.names() + " for texts with sets of labels but was '" + name
                                + "'"));
    }

    private LossSettings settings() {
        return loss.settings();
    }

    long seed() {
        return teaching.schedule().seed();
    }

    /** A study of the files, with a test set or without; warns about labels that nothing can be learnt of. */
    MultiLabelStudy study(@Nullable Path test, PrintWriter err) {
        MultiLabelSplits<String> splits = corpus.labelSets(test);
        student.requireKnownWords(splits.train().instances(), teaching.teacher());
        warnings(splits.train()).forEach(warning -> err.println("bkd: " + warning));
        return MultiLabelStudy.of(splits, seed(), teaching.teacher().labelSets(teaching.schedule(), splits.train()))
                .withStore(teaching.teacher().store())
                .withUnlabelled(parts -> student.unlabelled(parts, teaching.teacher(), seed(), corpus.columns()));
    }

    private static List<String> warnings(MultiLabelCorpus<String> training) {
        List<String> all = IntStream.range(0, training.labels().size())
                .filter(c -> training.counts().count(c) == training.size())
                .mapToObj(training.labels()::get)
                .toList();
        return all.isEmpty()
                ? List.of()
                : List.of("every training text has the labels " + all + ", which are not corrected for frequency");
    }

    /** The settings of the student that a tuning tries, each for all epochs. */
    MultiLabelSearchSpace space() {
        TextArchitecture network = student.architecture(teaching.teacher(), Head.LINEAR);
        return new MultiLabelSearchSpace(network, teaching.schedule().schedule(network, false));
    }

    /** The training of the student under a loss of a known name. */
    MultiLabelTrial trial(String name) {
        TextArchitecture network = student.architecture(teaching.teacher(), Head.LINEAR);
        return MultiLabelLoss.of(name)
                .orElseThrow()
                .trial(settings(), network, teaching.schedule().schedule(network, corpus.validated()));
    }
}
