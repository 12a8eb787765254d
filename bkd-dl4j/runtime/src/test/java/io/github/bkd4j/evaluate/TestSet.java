package io.github.bkd4j.evaluate;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import java.util.List;

/** Texts that only matter by their class. */
final class TestSet {

    private TestSet() {}

    static Corpus<String> of(String... labels) {
        return of(List.of(labels));
    }

    static Corpus<String> of(List<String> labels) {
        return Corpus.of(
                labels.stream().map(label -> new Labeled<>("text", label)).toList());
    }
}
