package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.loss.Objectives;
import io.github.bkd4j.model.Classifier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TeacherTest {

    private static final Corpus<String> CORPUS = Toy.corpus(1, 4, 2);

    private final AtomicInteger asked = new AtomicInteger();
    private final Teacher<String> teacher = new RememberingTeacher<>("counting", corpus -> {
        asked.incrementAndGet();
        return new Logits(
                corpus.labels(), new float[corpus.size()][corpus.labels().size()]);
    });

    @Test
    void logitsAreComputedOnceForEachCorpus() {
        Corpus<String> other = Toy.corpus(2, 4, 2);

        Logits logits = teacher.predict(CORPUS);
        assertThat(teacher.predict(CORPUS)).isSameAs(logits);
        assertThat(asked).hasValue(1);

        assertThat(teacher.predict(other)).isNotSameAs(logits);
        assertThat(teacher.predict(CORPUS)).isSameAs(logits);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aClassifierTeachesWhatItPredicts() {
        Classifier<String> classifier = Distillation.builder(Toy.bag())
                .objective(Objectives.crossEntropy())
                .epochs(1)
                .seed(7)
                .build()
                .train(Splits.of(CORPUS, CORPUS));
        Teacher<String> teacher = Teacher.of("bag", classifier);

        assertThat(teacher.name()).isEqualTo("bag");
        for (int row = 0; row < CORPUS.size(); row++) {
            assertThat(teacher.predict(CORPUS).row(row))
                    .isEqualTo(classifier.predict(CORPUS).row(row));
        }
    }
}
