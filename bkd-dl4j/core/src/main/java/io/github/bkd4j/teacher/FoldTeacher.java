package io.github.bkd4j.teacher;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import java.util.List;
import java.util.function.Function;

/**
 * A teacher trained on all folds but one. It predicts over all labels of the training split; labels missing in its
 * folds get a probability near 0.
 *
 * @param <X> what is classified
 * @param predictor trained on the other folds
 * @param learnt labels that occur in the other folds
 * @param labels of the training split
 */
record FoldTeacher<X>(Predictor<X> predictor, List<String> learnt, List<String> labels) implements Predictor<X> {

    /** Trains a teacher on a part of the training split. */
    static <X> FoldTeacher<X> train(
            Splits<X> splits, Corpus<X> part, Function<? super Splits<X>, ? extends Predictor<X>> trainer) {
        Corpus<X> whole = splits.train();
        Splits<X> withoutTest = Splits.of(part, splits.validation(), whole.rows(new int[0]));
        return new FoldTeacher<>(trainer.apply(withoutTest), part.labels(), whole.labels());
    }

    @Override
    public Logits predict(List<X> instances) {
        Logits logits = predictor.predict(instances);
        LabelOrder order = new LabelOrder(logits.labels(), labels);
        order.firstUnwanted().ifPresent(label -> {
            throw new IllegalArgumentException(
                    "a fold's teacher must know only labels of the training split but knew '" + label + "'");
        });
        return order.apply(logits);
    }

    boolean hasLearnt(String label) {
        return learnt.contains(label);
    }
}
