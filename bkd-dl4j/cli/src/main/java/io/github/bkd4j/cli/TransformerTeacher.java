package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.study.MultiLabelTeacher;
import io.github.bkd4j.study.TeacherObjective;
import io.github.bkd4j.study.TeacherRecipe;
import io.github.bkd4j.study.Trial;
import io.github.bkd4j.teacher.LinearHead;
import io.github.bkd4j.teacher.MultiLabelHead;
import io.github.bkd4j.transformer.EncoderVectors;
import io.github.bkd4j.transformer.SentenceEncoder;
import io.github.bkd4j.transformer.SentenceTransformer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** The teacher {@code transformer}: a sentence encoder with a head, as its options say. */
@RequiredArgsConstructor
final class TransformerTeacher {

    static final String NAME = "transformer";
    private static final String CHOSEN = "cv"; // the default
    private static final String NONE = "none";

    private final @Nullable String encoder;
    private final @Nullable String l2;
    private final @Nullable String labelNames;
    private final Optional<Path> cache;

    private @Nullable SentenceTransformer loaded; // once

    /** Refuses options that are wrong, or beside another teacher. */
    void check(boolean isTeacher, String teacher) {
        require(isTeacher || encoder == null, EncoderOption.OPTION, teacher);
        require(isTeacher || l2 == null, "--l2", teacher);
        require(isTeacher || labelNames == null, LabelNames.OPTION, teacher);
        if (labelNames != null && !isRegularised()) {
            throw new InputException(LabelNames.OPTION, "must come without --l2 none");
        }
        option();
        penalty();
    }

    private static void require(boolean holds, String option, String teacher) {
        if (!holds) {
            throw new InputException(option, "must come with --teacher transformer but came with '" + teacher + "'");
        }
    }

    private boolean isRegularised() {
        return !NONE.equals(l2);
    }

    private EncoderOption option() {
        return EncoderOption.of(Objects.requireNonNullElse(encoder, EncoderOption.DEFAULT));
    }

    /** The encoder, with the cache. */
    private SentenceTransformer encoder() {
        if (loaded == null) {
            loaded = load(option());
        }
        return loaded;
    }

    private SentenceTransformer load(EncoderOption option) {
        SentenceTransformer plain = SentenceTransformer.of(option.load());
        return cache.map(folder -> plain.cachedIn(folder.resolve("vectors"))).orElse(plain);
    }

    /** The vectors that a student may start with, without hashed n-grams. */
    EncoderVectors vectors() {
        EncoderOption pretrained = option().pretrained();
        return (pretrained.equals(option()) ? encoder() : load(pretrained)).vectors();
    }

    /** How its head is trained. */
    TeacherRecipe recipe(Function<TeacherObjective, String> training, Corpus<String> texts) {
        return isRegularised()
                ? regularised(LabelNames.of(labelNames, texts.labels()))
                : TeacherRecipe.network(NAME, objective -> trial(training.apply(objective), encoder(), objective));
    }

    /** How its head is trained on texts with sets of labels. */
    MultiLabelTeacher labelSets(List<String> labels) {
        if (!isRegularised()) {
            throw new InputException("--l2", "must not be none for texts with sets of labels");
        }
        List<Labeled<String>> names = LabelNames.of(labelNames, labels);
        SentenceEncoder vectors = encoder().encoder();
        return MultiLabelTeacher.of(
                NAME,
                objective -> Fingerprint.of()
                        .with("encoder", vectors)
                        .with("head", labelSetHead(objective))
                        .with("names", names),
                (training, objective, seed) ->
                        labelSetHead(objective).fit(training, names, vectors::embed, vectors::weight, seed));
    }

    private MultiLabelHead labelSetHead(TeacherObjective objective) {
        double tau = tau(objective);
        OptionalDouble penalty = penalty();
        return penalty.isPresent() ? MultiLabelHead.of(tau, penalty.getAsDouble()) : MultiLabelHead.tuned(tau);
    }

    private static double tau(TeacherObjective objective) {
        return objective == TeacherObjective.LOGIT_ADJUSTED ? 1 : 0;
    }

    /** The training of a head that is not regularised. */
    static Trial trial(String training, SentenceTransformer plain, TeacherObjective objective) {
        SentenceTransformer head = objective == TeacherObjective.LOGIT_ADJUSTED ? plain.logitAdjusted() : plain;
        return Trial.ofTeacher(training, objective, head.architecture(), head.schedule());
    }

    private TeacherRecipe regularised(List<Labeled<String>> names) {
        SentenceEncoder vectors = encoder().encoder();
        return TeacherRecipe.of(
                NAME,
                objective -> Fingerprint.of()
                        .with("encoder", vectors)
                        .with("head", head(objective))
                        .with("names", names),
                (trainer, objective) -> head(objective)
                        .fit(trainer.splits().train(), names, vectors::embed, vectors::weight, trainer.seed()));
    }

    private LinearHead head(TeacherObjective objective) {
        double tau = tau(objective);
        OptionalDouble penalty = penalty();
        return penalty.isPresent() ? LinearHead.of(tau, penalty.getAsDouble()) : LinearHead.tuned(tau);
    }

    /** The regularisation that is given; empty if it is to be chosen, or there is none. */
    private OptionalDouble penalty() {
        if (l2 == null || l2.equals(CHOSEN) || l2.equals(NONE)) {
            return OptionalDouble.empty();
        }
        double penalty;
        try {
            penalty = Double.parseDouble(l2);
        } catch (NumberFormatException e) {
            penalty = Double.NaN;
        }
        if (!(penalty >= 0) || Double.isInfinite(penalty)) {
            throw new InputException(
                    "--l2", "must be " + CHOSEN + ", " + NONE + " or a number >= 0 but was '" + l2 + "'");
        }
        return OptionalDouble.of(penalty);
    }
}
