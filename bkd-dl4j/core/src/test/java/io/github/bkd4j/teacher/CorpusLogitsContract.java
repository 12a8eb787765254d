package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What all logits about one corpus do. */
abstract class CorpusLogitsContract extends LogitsContract {

    /** Logits about the training split. */
    abstract CorpusLogits<String> known() throws IOException;

    @Override
    String name() throws IOException {
        return known().name();
    }

    @Override
    Logits logits() throws IOException {
        return known().about(CORPUS);
    }

    @Test
    void theySayTheSameOfAnEqualCorpus() throws IOException {
        CorpusLogits<String> known = known();
        Corpus<String> equal = CORPUS.rows(IntStream.range(0, CORPUS.size()).toArray());

        Logits logits = known.about(CORPUS);
        assertSame(known.about(CORPUS), logits);
        assertSame(known.about(equal), logits);
    }

    @Test
    void anotherCorpusIsRefused() throws IOException {
        CorpusLogits<String> known = known();

        assertThatThrownBy(() -> known.about(Toy.corpus(2, 9, 5, 3, 2))).isInstanceOf(LogitsException.class);
    }
}
