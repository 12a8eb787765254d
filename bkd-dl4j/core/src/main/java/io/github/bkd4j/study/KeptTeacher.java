package io.github.bkd4j.study;

import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.report.History;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A teacher that is scored without a student.
 *
 * @param recipe where it comes from
 * @param seed of its training
 * @param store where what it predicts is kept
 */
record KeptTeacher(TeacherRecipe recipe, long seed, TrialStore store) {

    /** What a teacher of the training split predicts for the test split: kept, or trained. */
    Logits onTest(Splits<String> splits) {
        Supplier<Fingerprint> inputs = () -> Fingerprint.of()
                .with("teacher alone", recipe.fingerprint(TeacherObjective.LOGIT_ADJUSTED))
                .with("seed", seed)
                .with("training", Study.fingerprint(splits.train()))
                .with("test", Study.fingerprint(splits.test()));
        return store.find(inputs)
                .orElseGet(() -> store.keep(inputs, splits.test(), trained(splits)))
                .logits();
    }

    private TrialResult trained(Splits<String> splits) {
        long start = System.nanoTime();
        TrainedTeacher teacher =
                recipe.teach(new Trainer(splits, seed, StudyListener.SILENT), TeacherObjective.LOGIT_ADJUSTED);
        Logits logits = teacher.teacher()
                .orElseThrow(() -> new IllegalArgumentException("teacher must predict for any text but did not"))
                .predict(splits.test().instances());
        return new TrialResult(
                logits,
                (System.nanoTime() - start) / 1e9,
                teacher.parameters().orElse(0),
                new History(teacher.system(), seed, Map.of()),
                splits.train().counts());
    }
}
