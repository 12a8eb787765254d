package io.github.bkd4j.distill;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.corpus.CorpusException;
import org.junit.jupiter.api.Test;

class SoftTargetBudgetTest {

    private static final long HEAP = 2_000_000_000;

    @Test
    void halfOfTheHeapIsTheirs() {
        assertThatCode(() -> SoftTargetBudget.require(1_000_000, 125, HEAP)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SoftTargetBudget.require(1_000_000, 126, HEAP))
                .isInstanceOf(CorpusException.class)
                .hasMessage("soft targets must fit in half of Java's heap, 1000 MB, but those of 1000000 instances and"
                        + " 126 classes take 1008 MB; a larger heap (-Xmx) or fewer instances would do");
        assertThatThrownBy(() -> SoftTargetBudget.require(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE))
                .isInstanceOf(CorpusException.class);
    }

    @Test
    void asManyFitAsAreSaidTo() {
        long most = SoftTargetBudget.mostInstances(100);
        assertThatCode(() -> SoftTargetBudget.require(most, 100)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SoftTargetBudget.require(most + 1, 100)).isInstanceOf(CorpusException.class);
    }
}
