package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Folds;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/**
 * Cross-fitted logits of the training split: for each fold, a teacher trained on all other folds predicts the instances
 * that it has not seen. The teachers are trained when logits are first requested. A teacher has only the labels that
 * occur in its training folds. A class missing there gets a logit far below the smallest of the row; if all instances
 * of a class lie in one fold, the logits are silent on them. For other instances use {@link #mean}. Thread-safe if the
 * trainer is.
 *
 * <pre>{@code
 * CrossFitted<String> teacher = CrossFitted.of("cnn, 5 folds", 5, 7, plan::train, splits);
 * Classifier<String> student = plan.distill(teacher, splits, teacher.mean(), unlabelled);
 * }</pre>
 *
 * @param <X> what is classified: a {@link String} for text
 */
@Slf4j
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class CrossFitted<X> implements CorpusLogits<X> {

    private final String name;
    private final int folds;
    private final Folds<X> dealt;
    private final Function<? super Splits<X>, ? extends Predictor<X>> trainer;
    private final Splits<X> splits;
    private @Nullable List<FoldTeacher<X>> trained;
    private @Nullable CorpusLogits<X> heldOut;

    /**
     * Deals the training split into folds. No teacher is trained yet.
     *
     * @param <X> what is classified
     * @param name a short name for provenance
     * @param folds at least 2, at most the number of training instances
     * @param seed of the deal of instances into folds
     * @param trainer trains a teacher on splits whose training split is all folds but one; the validation split is
     *     unchanged, the test split empty
     * @param splits whose training split is dealt into folds, stratified by class
     * @return logits for the training split
     * @throws IllegalArgumentException if the number of folds is out of range
     * @throws CorpusException if what lies outside of a fold is of one class
     */
    public static <X> CrossFitted<X> of(
            String name,
            int folds,
            long seed,
            Function<? super Splits<X>, ? extends Predictor<X>> trainer,
            Splits<X> splits) {
        Folds<X> dealt = Folds.deal(splits.train(), folds, seed).requireTwoClassesOutside();
        return new CrossFitted<>(name, folds, dealt, trainer, splits);
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * Returns the logits of the training split, each row from the teacher that was not trained on the instance.
     *
     * @throws LogitsException if the corpus is not the training split
     */
    @Override
    public Logits about(Corpus<X> corpus) {
        return heldOut().about(corpus);
    }

    private synchronized CorpusLogits<X> heldOut() {
        if (heldOut == null) {
            heldOut = CorpusLogits.of(name, splits.train(), ofUnseen(teachers()));
        }
        return heldOut;
    }

    /**
     * The ensemble of the fold teachers, for instances outside the training split. Do not use it on the training split:
     * all but one of its members were trained on each instance.
     *
     * @return a teacher of the same name: the mean of the folds' probabilities
     */
    public Teacher<X> mean() {
        return Teacher.of(name, instances -> Ensemble.of(teachers()).predict(instances));
    }

    private synchronized List<FoldTeacher<X>> teachers() {
        if (trained == null) {
            List<FoldTeacher<X>> teachers = new ArrayList<>();
            for (int fold = 0; fold < folds; fold++) {
                log.info("cross-fitting: teacher {} of {}", fold + 1, folds);
                teachers.add(FoldTeacher.train(splits, dealt.outside(fold), trainer));
            }
            trained = List.copyOf(teachers);
        }
        return trained;
    }

    private Logits ofUnseen(List<FoldTeacher<X>> teachers) {
        Corpus<X> whole = splits.train();
        float[] @Nullable [] rows = new float[whole.size()][]; // [instances, classes]
        for (int fold = 0; fold < folds; fold++) {
            FoldTeacher<X> teacher = teachers.get(fold);
            int[] unseen = dealt.rows(fold);
            Logits logits = teacher.predict(whole.rows(unseen).instances());
            for (int i = 0; i < unseen.length; i++) {
                String label = whole.labels().get(whole.classOf(unseen[i]));
                rows[unseen[i]] = teacher.hasLearnt(label) && logits.speaks(i) ? logits.row(i) : null;
            }
        }
        return Logits.partial(whole.labels(), rows);
    }
}
