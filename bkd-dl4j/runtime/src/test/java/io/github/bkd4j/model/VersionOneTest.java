package io.github.bkd4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of format version 1, as they were written in November 2026: they stay readable for ever. */
class VersionOneTest {

    static Path file(String name) {
        URL url = Objects.requireNonNull(VersionOneTest.class.getResource("version-1/" + name + ".bkd"));
        return Path.of(URI.create(url.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "bag-cosine, a1 a2 common3, a, 0.9995147763583783",
        "bag-cosine, c0 c1 common1 common2, b, 0.8982263101890574",
        "bilstm, a1 a2 common3, a, 0.5938478436831239",
        "bilstm, nowhere, a, 0.42339253468380794",
        "bag, a1 a2 common3, a, 0.4511810782200171",
        "bag, c0 c1 common1 common2, a, 0.40328806666541045",
        "text-cnn, a1 a2 common3, a, 0.6090929803021713",
        "text-cnn, nowhere, a, 0.46259287686067097"
    })
    void answersAsItDid(String name, String text, String label, double probability) {
        TextClassifier classifier = TextClassifier.load(file(name));
        assertThat(classifier.labels()).isEqualTo(List.of("a", "b", "c"));
        assertThat(classifier.trainingCounts().counts()).containsExactly(20L, 10L, 5L);
        assertThat(classifier.provenance().entries()).containsEntry("seed", "7");
        assertThat(classifier.classify(text).label()).isEqualTo(label);
        assertThat(classifier.classify(text).probability()).isCloseTo(probability, within(1e-5));
    }
}
