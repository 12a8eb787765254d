package io.github.bkd4j.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.text.TokenVectors;
import io.github.bkd4j.text.WordVectors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransferGeneratorTest {

    private static final List<String> WORDS = List.of("a", "b", "c");
    private static final List<String> PARTNER = List.of("x", "y");

    /** 150 function words that point everywhere, then two fruits, two vehicles, and the opposite of a fruit. */
    private static TokenVectors vectors() {
        Map<String, float[]> vectors = new LinkedHashMap<>();
        IntStream.range(0, 150).forEach(i -> vectors.put("the" + i, new float[] {0, 0, 1}));
        vectors.put("apple", new float[] {1, 0, 0});
        vectors.put("pear", new float[] {3, 0.3f, 0});
        vectors.put("plum", new float[] {2, 1, 0});
        vectors.put("car", new float[] {0, 1, 0});
        vectors.put("bus", new float[] {0, 2, 0.1f});
        vectors.put("void", new float[] {-1, 0, 0});
        return TokenVectors.of(WordVectors.of(vectors), vectors.size());
    }

    private static Set<List<String>> outcomes(TransferGenerator generator) {
        Random random = new Random(1);
        Set<List<String>> outcomes = new HashSet<>();
        IntStream.range(0, 1000).forEach(i -> outcomes.add(generator.generate(WORDS, PARTNER, random)));
        return outcomes;
    }

    @Test
    void aSpliceIsABeginningAndAnEnd() {
        assertThat(outcomes(new Splice()))
                .containsExactlyInAnyOrder(
                        List.of("a", "x", "y"),
                        List.of("a", "y"),
                        List.of("a", "b", "x", "y"),
                        List.of("a", "b", "y"),
                        List.of("a", "b", "c", "x", "y"),
                        List.of("a", "b", "c", "y"));
    }

    @Test
    void aWindowIsARunOfAtLeastTwoWords() {
        assertThat(outcomes(new Window()))
                .containsExactlyInAnyOrder(List.of("a", "b"), List.of("a", "b", "c"), List.of("b", "c"));
        assertThat(new Window().generate(List.of("a"), PARTNER, new Random(1))).containsExactly("a");
    }

    @Test
    void neighboursAreNearAndSortedAndOfTheLexicon() {
        WordNeighbours neighbours = WordNeighbours.of(vectors(), List.of("Apple", "bus", "the3", "unheard"));
        assertThat(neighbours.of("apple")).containsExactly("pear", "plum");
        assertThat(neighbours.of("APPLE")).containsExactly("pear", "plum");
        assertThat(neighbours.of("bus")).containsExactly("car");
        assertThat(neighbours.of("the3")).isEmpty();
        assertThat(neighbours.of("unheard")).isEmpty();
    }

    @Test
    void wordsAreReplacedAtTheRate() {
        WordNeighbours neighbours = WordNeighbours.of(vectors(), List.of("bus"));
        Random random = new Random(1);
        List<String> made = new ArrayList<>();
        IntStream.range(0, 10_000)
                .forEach(i -> made.addAll(
                        new WordReplacement(neighbours, 0.3).generate(List.of("a", "Bus"), PARTNER, random)));
        assertThat(made).containsOnly("a", "Bus", "car");
        assertThat(made.stream().filter("car"::equals).count()).isBetween(2850L, 3150L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WordReplacement(neighbours, 0))
                .withMessage("rate must be > 0 and <= 1 but was 0.0");
    }

    @Test
    void oneAfterTheOther() {
        WordNeighbours neighbours = WordNeighbours.of(vectors(), List.of("bus"));
        TransferGenerator both = new Splice().andThen(new WordReplacement(neighbours, 1));
        assertThat(both.generate(List.of("bus"), List.of("bus"), new Random(1))).containsExactly("car", "car");
        TransferGenerator none = (words, partner, random) -> List.of();
        assertThat(none.andThen(new Window()).generate(WORDS, PARTNER, new Random(1)))
                .isEmpty();
    }
}
