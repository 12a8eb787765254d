package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Columns;
import io.github.bkd4j.corpus.Folds;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Abstention;
import io.github.bkd4j.evaluate.AbstentionGoal;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.evaluate.Predictions;
import io.github.bkd4j.evaluate.SelectiveScores;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.study.Study;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** When the student is to abstain. */
final class AbstentionOptions {

    private static final String ABSTAIN = "--abstain";
    private static final String OUT_OF_SCOPE = "--out-of-scope";

    @Option(
            names = ABSTAIN,
            paramLabel = "GOAL",
            converter = Goal.class,
            description =
                    "Let the student abstain where it is unsure: precision=P answers as many texts as possible of which "
                            + "a share P is right, coverage=C answers a share C of the texts, both > 0 and <= 1. The "
                            + "confidence from which it answers is chosen on --valid. 'bkd distill' without --valid "
                            + "deals the training texts into 5 folds, each classified by a student and a teacher "
                            + "trained on the others, which takes about 5 times as long. Default: it always answers.")
    private @Nullable AbstentionGoal goal;

    @Option(
            names = "--abstain-per-group",
            description =
                    "Reach the goal of --abstain for each group of classes by itself: many, medium, few. The group "
                            + "is that of the predicted class.")
    private boolean perGroup;

    @Option(
            names = OUT_OF_SCOPE,
            paramLabel = "FILE",
            description =
                    "Texts that belong to none of the classes: one per line, or in the text column of .tsv, .csv or "
                            + ".jsonl. They teach the student how to tell such texts; see 'bkd evaluate --out-of-scope'. In "
                            + "'bkd distill' it takes as long as --abstain. Default: none.")
    private @Nullable Path outOfScope;

    /** Refuses what can be known to be wrong before a text is read, where there is no training. */
    void check(boolean validated, Columns columns) {
        checkFiles(columns);
        if (isWanted() && !validated) {
            throw new InputException(wanted(), "must come with --valid");
        }
    }

    /** Refuses what can be known to be wrong before a text is read. */
    void check(TeacherOptions teacher, boolean validated, Columns columns) {
        checkFiles(columns);
        if (isWanted() && !validated && !teacher.isTrained()) {
            throw new InputException(
                    wanted(),
                    "must come with --valid if --teacher is " + teacher.name()
                            + ": it may have seen the texts of every fold");
        }
    }

    private void checkFiles(Columns columns) {
        if (outOfScope != null) {
            UnlabelledFiles.check(List.of(outOfScope), columns);
        }
        if (perGroup && goal == null) {
            throw new InputException("--abstain-per-group", "must come with " + ABSTAIN);
        }
    }

    /** Refuses training texts that cannot be dealt into folds where that is needed. */
    void check(Splits<String> splits, long seed) {
        if (isWanted() && splits.validation().size() == 0) {
            int texts = splits.train().size();
            if (texts < Study.FOLDS) {
                throw new InputException(
                        wanted(),
                        "must come with --valid or at least " + Study.FOLDS + " training texts but came with " + texts);
            }
            Folds.deal(splits.train(), Study.FOLDS, seed).requireTwoClassesOutside();
        }
    }

    private String wanted() {
        return goal == null ? OUT_OF_SCOPE : ABSTAIN;
    }

    /** Whether held-out texts are needed, whatever they cost. */
    boolean isWanted() {
        return goal != null || outOfScope != null;
    }

    /** The same student with what it is to know of its limits, from texts that it has not learnt from. */
    TextClassifier guarded(TextClassifier student, HeldOut<String> heldOut, Columns columns, PrintWriter err) {
        return abstaining(student.withProfile(heldOut).withScope(heldOut, outOfScope(columns)), heldOut, err);
    }

    /** The same from training texts, predicted by students that have not learnt from them. */
    TextClassifier guardedByTraining(
            TextClassifier student, HeldOut<String> crossFitted, Columns columns, PrintWriter err) {
        TextClassifier scoped =
                student.withProfileOfTraining(crossFitted).withScopeOfTraining(crossFitted, outOfScope(columns));
        return abstaining(scoped, crossFitted, err);
    }

    /** With the thresholds that were asked for. */
    private TextClassifier abstaining(TextClassifier student, HeldOut<?> heldOut, PrintWriter err) {
        if (goal == null) {
            return student;
        }
        Predictions predictions = heldOut.predictions();
        ClassCounts training = student.trainingCounts();
        Abstention abstention =
                perGroup ? Abstention.chooseByGroup(goal, predictions, training) : Abstention.choose(goal, predictions);
        err.println(sentence(abstention, predictions, SelectiveScores.of(predictions, abstention, training)));
        return student.withAbstention(abstention);
    }

    /** Texts of no class; none if there is no such file. */
    private List<String> outOfScope(Columns columns) {
        return outOfScope == null ? List.of() : UnlabelledFiles.read(List.of(outOfScope), columns);
    }

    private static String sentence(Abstention abstention, Predictions predictions, SelectiveScores scores) {
        return String.format(
                Locale.ROOT,
                "abstains for %s below %s: answers %.1f%% of %,d texts that were left out, %.1f%% of the answers right",
                abstention.goal(),
                thresholds(abstention),
                100 * scores.coverage(),
                predictions.size(),
                100 * scores.accuracy().orElse(0));
    }

    /** 0.412, or 0.412 (many 0.320, few 0.518). */
    private static String thresholds(Abstention abstention) {
        String own = new TreeMap<>(abstention.byGroup())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + threshold(entry.getValue()))
                        .collect(Collectors.joining(", "));
        return threshold(abstention.threshold()) + (own.isEmpty() ? "" : " (" + own + ")");
    }

    private static String threshold(double value) {
        return value == AbstentionGoal.NEVER ? "any probability" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** A goal as the command line has it. */
    static final class Goal implements ITypeConverter<AbstentionGoal> {

        @Override
        public AbstentionGoal convert(String value) {
            try {
                return AbstentionGoal.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
