package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.evaluate.Logits;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every teacher does. */
abstract class TeacherContract extends LogitsContract {

    abstract Teacher<String> teacher() throws IOException;

    @Override
    String name() throws IOException {
        return teacher().name();
    }

    @Override
    Logits logits() throws IOException {
        return teacher().predict(CORPUS.instances());
    }

    @Test
    void itSaysTheSameOfTheSameInstances() throws IOException {
        Teacher<String> teacher = teacher();

        Logits logits = teacher.predict(CORPUS.instances());
        assertSame(teacher.predict(CORPUS.instances()), logits);
        assertSame(teacher.predict(List.copyOf(CORPUS.instances())), logits);
    }

    @Test
    void itCanBeAskedAboutAnyInstances() throws IOException {
        List<String> others = List.of("never seen", "a0");

        assertThat(teacher().predict(others).size()).isEqualTo(2);
        assertThat(teacher().predict(others).labels()).isEqualTo(CORPUS.labels());
    }
}
