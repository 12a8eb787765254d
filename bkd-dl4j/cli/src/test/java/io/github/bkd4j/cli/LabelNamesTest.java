package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelNamesTest {

    private static Corpus<String> labelled(String... labels) {
        return Corpus.of(
                Stream.of(labels).map(label -> new Labeled<>("a text", label)).toList());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        card_arrival,  lost-card2,  card arrival, lost card
        noun.feeling,  noun.act,    feeling,      act
        moneySupply,   jobs,        money supply, jobs
        """)
    void labelsThatReadLikeWordsAreNames(String one, String other, String first, String second) {
        assertThat(LabelNames.of(null, labelled(one, other).labels()))
                .containsExactlyInAnyOrder(new Labeled<>(first, one), new Labeled<>(second, other))
                .isEqualTo(LabelNames.of("labels", labelled(one, other).labels()));
    }

    @Test
    void mostlyUnreadLabelsHaveNoNames() {
        assertThat(LabelNames.of(null, labelled("1", "x2", "card").labels())).isEmpty();
    }

    @Test
    void namesCanBeLeftOut() {
        assertThat(LabelNames.of("none", labelled("card_arrival", "refund").labels()))
                .isEmpty();
    }
}
