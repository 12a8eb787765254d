package io.github.bkd4j.transfer;

import java.util.List;
import java.util.random.RandomGenerator;

/** A run of at least two words of a text. */
public record Window() implements TransferGenerator {

    @Override
    public List<String> generate(List<String> words, List<String> partner, RandomGenerator random) {
        int start = random.nextInt(Math.max(1, words.size() - 1));
        int left = words.size() - start;
        return words.subList(start, start + Math.min(left, 2 + random.nextInt(left)));
    }
}
