package io.github.bkd4j.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransferTextsTest {

    /** 64 texts of a frequent class, 4 of a rare one, each with words that name its class. */
    private static Corpus<String> corpus() {
        List<Labeled<String>> rows = new ArrayList<>();
        IntStream.range(0, 64)
                .forEach(i -> rows.add(new Labeled<>("the big f" + i + " f" + (i + 1) + " f" + (i + 2), "big")));
        IntStream.range(0, 4)
                .forEach(i -> rows.add(new Labeled<>("the small r" + i + " r" + (i + 1) + " r" + (i + 2), "small")));
        return Corpus.of(rows);
    }

    private static TransferTexts texts(long seed) {
        return TransferTexts.of(corpus(), WordNeighbours.none(), seed);
    }

    @Test
    void theyAreNewDistinctAndOfTheWordsOfTheTrainingTexts() {
        List<String> made = texts(1).take(100);
        assertThat(made).hasSize(100).doesNotHaveDuplicates().doesNotContainAnyElementsOf(corpus().instances());
        assertThat(TransferTexts.words(corpus().instances())).containsAll(TransferTexts.words(made));
    }

    @Test
    void theSeedDecides() {
        assertThat(texts(1).take(50)).isEqualTo(texts(1).take(50)).isNotEqualTo(texts(2).take(50));
        assertThat(texts(1).candidates().limit(500).toList())
                .isEqualTo(texts(1).candidates().limit(500).toList())
                .containsAll(texts(1).take(50));
    }

    @Test
    void anotherSeedMakesOthersOfTheSameTexts() {
        assertThat(texts(1).withSeed(2).take(50)).isEqualTo(texts(2).take(50));
    }

    /** Drawn as the square root of the count: 64 and 4 texts give 8 to 2. */
    @Test
    void rareClassesGetMorePerText() {
        Map<TransferGenerator, Double> marking = Map.of((words, partner, random) -> List.of(words.get(1), "!"), 1.0);
        List<String> drawn = TransferTexts.of(corpus(), marking, 3)
                .candidates()
                .limit(10_000)
                .toList();
        assertThat(drawn.stream().filter("small !"::equals).count()).isBetween(1900L, 2100L);
    }

    /** Fruit and jam share a word, traffic and rail another. */
    @Test
    void partnersAreOfTheClassOrOfANearOne() {
        List<Labeled<String>> rows = List.of(
                new Labeled<>("apple pear", "fruit"),
                new Labeled<>("pear plum", "jam"),
                new Labeled<>("car bus", "traffic"),
                new Labeled<>("bus train", "rail"));
        Set<String> pairs = new HashSet<>();
        Map<TransferGenerator, Double> pairing =
                Map.of((words, partner, random) -> List.of(words.get(0), partner.get(0)), 1.0);
        TransferTexts.of(Corpus.of(rows), pairing, 1).candidates().limit(1000).forEach(pairs::add);
        assertThat(pairs)
                .containsExactlyInAnyOrder(
                        "apple apple", "pear pear", "pear apple", "car car", "bus bus", "bus car"); // the rest is known
    }

    @Test
    void whereNothingNewCanBeMadeThereAreFewer() {
        Corpus<String> corpus = Corpus.of(List.of(new Labeled<>("one", "a"), new Labeled<>("two", "b")));
        assertThat(TransferTexts.of(corpus, Map.of(new Window(), 1.0), 1).take(100))
                .isEmpty();
        assertThat(TransferTexts.of(corpus, WordNeighbours.none(), 1).take(100))
                .containsExactlyInAnyOrder("one one", "two two");
    }

    @Test
    void refusesWhatCannotBeDone() {
        Corpus<String> wordless = Corpus.of(List.of(new Labeled<>(" ", "a")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransferTexts.of(wordless, WordNeighbours.none(), 1))
                .withMessage("training texts must have at least one word but had none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransferTexts.of(corpus(), Map.of(), 1))
                .withMessage("generators must be at least one but were none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransferTexts.of(corpus(), Map.of(new Window(), 0.0), 1))
                .withMessage("share must be finite and > 0 but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts(1).take(-1))
                .withMessage("count must be >= 0 but was -1");
    }
}
