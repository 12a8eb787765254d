package io.github.bkd4j.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusTest {

    private final Corpus<String> tickets = corpus("refund:my money", "bug:it broke", "refund:give back");

    /** Rows written as {@code label:text}. */
    static Corpus<String> corpus(String... rows) {
        return Corpus.of(List.of(rows).stream()
                .map(row -> new Labeled<>(row.substring(row.indexOf(':') + 1), row.substring(0, row.indexOf(':'))))
                .toList());
    }

    @Test
    void sortsLabelsAndKeepsTheOrderOfInstances() {
        assertThat(tickets.labels()).containsExactly("bug", "refund");
        assertThat(tickets.instances()).containsExactly("my money", "it broke", "give back");
        assertThat(tickets.classes()).containsExactly(1, 0, 1);
        assertThat(tickets.classOf(1)).isZero();
        assertThat(tickets.size()).isEqualTo(3);
        assertThat(tickets).hasToString("Corpus[instances=3, classes=2]");
    }

    @Test
    void doesNotChangeWithTheArraysItGives() {
        tickets.classes()[0] = 0;
        assertThat(tickets.classOf(0)).isEqualTo(1);
    }

    @Test
    void countsEveryLabelOfTheWholeInAPart() {
        Corpus<String> part = tickets.rows(new int[] {2, 0});
        assertThat(part.instances()).containsExactly("give back", "my money");
        assertThat(part.counts()).isEqualTo(new ClassCounts(List.of("bug", "refund"), List.of(0L, 2L)));
        assertThat(tickets.rows(new int[0]).size()).isZero();
    }

    @Test
    void givesTheRowsOfEachClass() {
        assertThat(tickets.rowsByClass()).isDeepEqualTo(new int[][] {{1}, {0, 2}});
    }

    @Test
    void equalsACorpusOfTheSameRows() {
        Corpus<String> same = corpus("refund:my money", "bug:it broke", "refund:give back");
        assertThat(same).isEqualTo(tickets).hasSameHashCodeAs(tickets);
        assertThat(tickets)
                .isNotEqualTo(corpus("refund:my money", "bug:it broke", "bug:give back"))
                .isNotEqualTo(corpus("refund:my money", "bug:it broke", "refund:give"))
                .isNotEqualTo(corpus("refund:my money", "error:it broke", "refund:give back"))
                .isNotEqualTo("tickets");
    }

    @Test
    void mustHaveAnInstance() {
        assertThatThrownBy(() -> Corpus.of(List.of()))
                .isInstanceOf(CorpusException.class)
                .hasMessage("a corpus must have at least one instance but had none");
    }

    @Test
    void labelMustNotBeBlank() {
        assertThatThrownBy(() -> new Labeled<>("my money", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must not be blank but was \" \"");
    }

    @Test
    void labelMustBeOneLine() {
        assertThatThrownBy(() -> new Labeled<>("my money", "a\tb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must be one line without tabs but was 'a b'");
    }

    @Test
    void requiresTwoClassesThatHaveInstances() {
        tickets.requireAtLeastTwoClasses("training data");
        assertThatThrownBy(() -> tickets.rows(new int[] {0, 2}).requireAtLeastTwoClasses("training data"))
                .isInstanceOf(CorpusException.class)
                .hasMessage("training data must have at least 2 classes but had only 'refund' (instances: 2)");
        assertThatThrownBy(() -> tickets.rows(new int[0]).requireAtLeastTwoClasses("tickets.tsv"))
                .isInstanceOf(CorpusException.class)
                .hasMessage("tickets.tsv must have at least 2 classes but had none");
    }

    @Test
    void fingerprintIsSha256OfFramedLabelsAndTexts() {
        // python: sha256(b''.join(pack('>i', len(b)) + b for b in (b'bug', 'caf\u00e9'.encode(), b'a', b'b')))
        assertThat(corpus("bug:café", "a:b").fingerprint())
                .isEqualTo("6f165e23aeb82582136dc9c4492d29d8d5c9e6b7bab35e2ce950d5ad6599a845");
    }

    @Test
    void fingerprintTellsOrderFramesAndLabelsApart() {
        String fingerprint = corpus("ab:c", "x:y").fingerprint();
        assertThat(corpus("ab:c", "x:y").fingerprint()).isEqualTo(fingerprint);
        assertThat(List.of(corpus("x:y", "ab:c"), corpus("a:bc", "x:y"), corpus("ab:cx", "y:y"), corpus("ab:c", "z:y")))
                .extracting(Corpus::fingerprint)
                .doesNotHaveDuplicates()
                .doesNotContain(fingerprint);
    }

    @Test
    void fingerprintTakesAnyInstances() {
        Corpus<Integer> numbers = Corpus.of(List.of(new Labeled<>(7, "odd"), new Labeled<>(8, "even")));
        assertThat(numbers.fingerprint(number -> number.toString().getBytes(UTF_8)))
                .isEqualTo(corpus("odd:7", "even:8").fingerprint());
    }
}
