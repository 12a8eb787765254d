package io.github.bkd4j.corpora;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordNetGlossesTest {

    private static final Corpus<String> GLOSSES = WordNetGlosses.read();
    private static final Splits<String> SPLITS = WordNetGlosses.splits();

    @Test
    void hasEveryDistinctGlossOfOneLabel() {
        assertThat(GLOSSES.size()).isEqualTo(116_919 - 73);
        assertThat(Set.copyOf(GLOSSES.instances())).hasSize(GLOSSES.size()).noneMatch(String::isBlank);
    }

    @Test
    void has45ClassesWithALongTail() {
        ClassCounts counts = GLOSSES.counts();
        assertThat(counts.classes()).isEqualTo(45);
        assertThat(counts.ranking().subList(0, 3))
                .extracting(c -> counts.labels().get(c) + " " + counts.count(c))
                .containsExactly("adj.all 14418", "noun.artifact 11589", "noun.person 11033");
        assertThat(counts.ranking().subList(41, 45))
                .extracting(c -> counts.labels().get(c) + " " + counts.count(c))
                .containsExactly("verb.weather 81", "adj.ppl 60", "noun.Tops 51", "noun.motive 42");
    }

    @Test
    void labelsGlossesAsWordNetDoes() {
        assertThat(labelOf("any of various small toothed whales with a beaklike snout; larger than porpoises"))
                .isEqualTo("noun.animal");
        assertThat(labelOf("fall as snow")).isEqualTo("verb.weather");
        assertThat(labelOf("in a regal manner")).isEqualTo("adv.all");
    }

    private String labelOf(String gloss) {
        int row = GLOSSES.instances().indexOf(gloss);
        assertThat(row).as(gloss).isNotNegative();
        return GLOSSES.labels().get(GLOSSES.classOf(row));
    }

    @Test
    void isInTheOrderOfWordNet() {
        assertThat(GLOSSES.instances().get(0))
                .isEqualTo(
                        "that which is perceived or known or inferred to have its own distinct existence (living or nonliving)");
        assertThat(Stream.of("noun.", "verb.", "adj.", "adv.").map(this::firstRow))
                .isSorted();
    }

    private int firstRow(String partOfSpeech) {
        int row = 0;
        while (!GLOSSES.labels().get(GLOSSES.classOf(row)).startsWith(partOfSpeech)) {
            row++;
        }
        return row;
    }

    @Test
    void splitsWithoutAGlossInTwoParts() {
        assertThat(parts(SPLITS).map(Corpus::size)).containsExactly(81_790, 11_683, 23_373);
        assertThat(parts(SPLITS).flatMap(part -> part.instances().stream()).collect(toSet()))
                .isEqualTo(Set.copyOf(GLOSSES.instances()));
        assertThat(parts(SPLITS))
                .allSatisfy(
                        part -> assertThat(part.counts().counts()).hasSize(45).doesNotContain(0L));
    }

    @Test
    void cutsTrainingAloneByTheFormula() {
        Splits<String> cut = WordNetGlosses.longTailed();
        assertThat(cut.validation()).isEqualTo(SPLITS.validation());
        assertThat(cut.test()).isEqualTo(SPLITS.test());
        assertThat(Set.copyOf(SPLITS.train().instances())
                        .containsAll(cut.train().instances()))
                .isTrue();
        List<Integer> ranking = SPLITS.train().counts().ranking();
        for (int rank = 0; rank < 45; rank++) {
            long uncut = SPLITS.train().counts().count(ranking.get(rank));
            long expected = Math.min(uncut, (long) (1500 * Math.pow(100, -rank / 44.0)));
            assertThat(cut.train().counts().count(ranking.get(rank)))
                    .as("rank %d", rank)
                    .isEqualTo(expected);
        }
        assertThat(cut.train().counts().stream().boxed().sorted(Comparator.reverseOrder()))
                .startsWith(1500L, 1350L, 1216L)
                .endsWith(18L, 16L, 15L);
    }

    @Test
    void isTheSameOnEveryCallAndInEveryVersion() {
        assertThat(WordNetGlosses.longTailed()).isEqualTo(WordNetGlosses.longTailed());
        assertThat(parts(WordNetGlosses.longTailed()).map(Corpus::fingerprint))
                .containsExactly(
                        "c0af5cf621fb1d95fb85d8cc97fea551a077eae039d2b48417371cc23dd03df8",
                        "469d42c9aba31660af03f651f7c8115d8459888984af68be7d28a3dc4327bc93",
                        "2b7a61384febaac3244d2ec5fa6f0f6420231d77a2eb3956293f4857339db843");
    }

    @Test
    void describesEachLabelOnce() {
        List<Labeled<String>> descriptions = WordNetGlosses.descriptions();
        assertThat(descriptions).extracting(Labeled::label).containsExactlyInAnyOrderElementsOf(GLOSSES.labels());
        assertThat(descriptions)
                .contains(
                        new Labeled<>("nouns denoting foods and drinks", "noun.food"),
                        new Labeled<>("verbs of raining, snowing, thawing, thundering", "verb.weather"));
    }

    private static Stream<Corpus<String>> parts(Splits<String> splits) {
        return Stream.of(splits.train(), splits.validation(), splits.test());
    }
}
