package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Logits;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusLogitsTest extends CorpusLogitsContract {

    private record Document(int id, String text) {}

    private final StubTeacher asked = StubTeacher.guessing(1);

    @Override
    CorpusLogits<String> known() {
        return CorpusLogits.of(asked, CORPUS);
    }

    @Test
    void theTeacherIsAskedOnceAndAtOnce() {
        CorpusLogits<String> known = known();
        assertThat(asked.asked()).isEqualTo(1);

        Logits first = known.about(CORPUS);
        assertThat(known.about(CORPUS)).isSameAs(first);
        assertThat(asked.asked()).isEqualTo(1);
        assertThat(known.name()).isEqualTo("stub");
    }

    @Test
    void anotherCorpusOfTheSameSizeIsRefused() {
        CorpusLogits<String> known = known();
        Corpus<String> other = Toy.corpus(2, 9, 5, 3, 1);

        assertThatThrownBy(() -> known.about(other))
                .isInstanceOf(LogitsException.class)
                .hasMessage("logits of stub must be about the corpus asked for, fingerprint "
                        + other.fingerprint().substring(0, 12) + ", but were made for "
                        + CORPUS.fingerprint().substring(0, 12));
    }

    @Test
    void aChangedComponentOfAnInstanceMakesAnotherCorpus() {
        Logits logits = new Logits(List.of("a"), new float[][] {{1}});
        Corpus<Document> before = Corpus.of(List.of(new Labeled<>(new Document(1, "short"), "a")));
        Corpus<Document> after = Corpus.of(List.of(new Labeled<>(new Document(1, "edited"), "a")));
        CorpusLogits<Document> known = CorpusLogits.of("t", before, logits);

        assertThat(known.about(before)).isSameAs(logits);
        assertThatThrownBy(() -> known.about(after)).isInstanceOf(LogitsException.class);
    }

    @Test
    void aRowIsNeededForEachInstance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorpusLogits.of("t", CORPUS, new Logits(List.of("a"), new float[2][1])))
                .withMessage("logits of t must have one row per instance, 18, but had 2");
    }
}
