package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.objective.Objectives;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeacherTest extends TeacherContract {

    private final StubTeacher asked = StubTeacher.guessing(1);

    @Test
    void rememberedInstancesAreAskedAboutOnce() {
        Teacher<String> remembering = asked.remembering();
        List<String> others = Toy.corpus(2, 9, 5, 3, 1).instances();

        Logits logits = remembering.predict(CORPUS.instances());
        assertThat(remembering.predict(new ArrayList<>(CORPUS.instances()))).isSameAs(logits);
        assertThat(asked.asked()).isEqualTo(1);

        assertThat(remembering.predict(others)).isNotSameAs(logits);
        assertThat(remembering.predict(CORPUS.instances())).isSameAs(logits);
        assertThat(asked.asked()).isEqualTo(2);
        assertThat(remembering.remembering()).isSameAs(remembering);
        assertThat(remembering.name()).isEqualTo("stub");
    }

    /** Equal by its number alone. */
    private record Document(int id, String text) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Document that && id == that.id;
        }

        @Override
        public int hashCode() {
            return id;
        }
    }

    @Test
    void equalInstancesThatAreNotTheSameAreAskedAboutAnew() {
        Teacher<Document> lengths =
                Teacher.<Document>of("lengths", TeacherTest::lengths).remembering();
        List<Document> documents = new ArrayList<>(List.of(new Document(1, "short")));

        assertThat(lengths.predict(documents).row(0)).containsExactly(5);
        documents.set(0, new Document(1, "edited since"));
        assertThat(lengths.predict(documents).row(0)).containsExactly(12);
        assertThat(lengths.predict(List.of(new Document(1, "another"))).row(0)).containsExactly(7);
    }

    private static Logits lengths(List<Document> documents) {
        float[][] rows = documents.stream()
                .map(document -> new float[] {document.text().length()})
                .toArray(float[][]::new);
        return new Logits(List.of("a"), rows);
    }

    @Test
    void aRememberedClassifierIsStillOne() {
        assertThat(teacher().remembering().classifier()).isPresent();
        assertThat(asked.remembering().classifier()).isEmpty();
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
        assertSame(teacher.predict(CORPUS.instances()), classifier.predict(CORPUS.instances()));
    }
}
