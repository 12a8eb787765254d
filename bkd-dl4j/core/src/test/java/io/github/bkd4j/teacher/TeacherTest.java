package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.objective.Objectives;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TeacherTest extends TeacherContract {

    private final AtomicInteger asked = new AtomicInteger();
    private final Teacher<String> counting = new RememberingTeacher<>("counting", corpus -> {
        asked.incrementAndGet();
        return new Logits(
                corpus.labels(), new float[corpus.size()][corpus.labels().size()]);
    });

    @Test
    void logitsAreComputedOnceForEachCorpus() {
        Corpus<String> other = Toy.corpus(2, 9, 5, 3, 1);

        Logits logits = counting.predict(CORPUS);
        assertThat(counting.predict(CORPUS)).isSameAs(logits);
        assertThat(asked).hasValue(1);

        assertThat(counting.predict(other)).isNotSameAs(logits);
        assertThat(counting.predict(CORPUS)).isSameAs(logits);
        assertThat(asked).hasValue(2);
    }

    @Override
    Teacher<String> teacher() {
        return Teacher.of("bag", classifier());
    }

    private static Classifier<String> classifier() {
        return Distillation.builder(Toy.bag())
                .objective(Objectives.crossEntropy())
                .epochs(1)
                .seed(7)
                .build()
                .train(Splits.of(CORPUS, CORPUS));
    }

    @Test
    void aClassifierTeachesWhatItPredicts() {
        Classifier<String> classifier = classifier();
        Teacher<String> teacher = Teacher.of("bag", classifier);

        assertThat(teacher.name()).isEqualTo("bag");
        assertSame(teacher.predict(CORPUS), classifier.predict(CORPUS));
    }
}
