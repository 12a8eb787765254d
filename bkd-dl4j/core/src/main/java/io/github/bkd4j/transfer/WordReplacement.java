package io.github.bkd4j.transfer;

import io.github.bkd4j.io.Checks;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Replaces words by words of a similar meaning, which may be in no training text.
 *
 * @param neighbours of each word
 * @param rate probability of a word that has neighbours to be replaced, greater than 0 and at most 1
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // Javadoc wants it
public record WordReplacement(WordNeighbours neighbours, double rate) implements TransferGenerator {

    /**
     * Checks the rate.
     *
     * @param neighbours see {@link WordReplacement}
     * @param rate see {@link WordReplacement}
     * @throws IllegalArgumentException if the rate is out of range
     */
    public WordReplacement {
        Checks.require(rate > 0 && rate <= 1, "rate must be > 0 and <= 1 but was " + rate);
    }

    @Override
    public List<String> generate(List<String> words, List<String> partner, RandomGenerator random) {
        return words.stream().map(word -> replaced(word, random)).toList();
    }

    private String replaced(String word, RandomGenerator random) {
        List<String> others = neighbours.of(word);
        return others.isEmpty() || random.nextDouble() >= rate ? word : others.get(random.nextInt(others.size()));
    }
}
