package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Folds;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the training split with teachers that never saw the instance, one for each fold, and for any other corpus
 * with their ensemble. Where all instances of a class lie in one fold, that fold's teacher cannot know the class and is
 * silent on them. The teachers are trained when they are first asked.
 */
@Slf4j
final class CrossFitted<X> implements Predictor<X> {

    private final int folds;
    private final Folds<X> dealt;
    private final Function<? super Splits<X>, ? extends Predictor<X>> trainer;
    private final Splits<X> splits;
    private @Nullable List<FoldTeacher<X>> trained;

    CrossFitted(int folds, long seed, Function<? super Splits<X>, ? extends Predictor<X>> trainer, Splits<X> splits) {
        this.dealt = Folds.deal(splits.train(), folds, seed);
        this.folds = folds;
        this.trainer = trainer;
        this.splits = splits;
    }

    @Override
    public Logits predict(Corpus<X> corpus) {
        List<FoldTeacher<X>> teachers = teachers();
        return corpus.equals(splits.train())
                ? ofUnseen(teachers)
                : Ensemble.of(teachers).predict(corpus);
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
            Logits logits = teacher.predict(whole.rows(unseen));
            for (int i = 0; i < unseen.length; i++) {
                String label = whole.labels().get(whole.classOf(unseen[i]));
                rows[unseen[i]] = teacher.hasLearnt(label) && logits.speaks(i) ? logits.row(i) : null;
            }
        }
        return Logits.partial(whole.labels(), rows);
    }
}
