package io.github.bkd4j.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The beginning of a text and the end of its partner. */
public record Splice() implements TransferGenerator {

    @Override
    public List<String> generate(List<String> words, List<String> partner, RandomGenerator random) {
        List<String> spliced = new ArrayList<>(words.subList(0, 1 + random.nextInt(words.size())));
        spliced.addAll(partner.subList(random.nextInt(partner.size()), partner.size()));
        return spliced;
    }
}
