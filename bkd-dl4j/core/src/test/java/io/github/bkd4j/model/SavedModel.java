package io.github.bkd4j.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A model in a file of its own for each test, which the test damages. */
abstract class SavedModel {

    static final Corpus<String> CORPUS = Toy.corpus(1, 20, 10, 5);
    static final TextClassifier CLASSIFIER = Trainer.train(Toy.bag(), CORPUS);

    @TempDir
    Path folder;

    Path file = Path.of("");

    @BeforeEach
    void save() {
        file = folder.resolve("student.bkd");
        CLASSIFIER.save(file);
    }

    void assertRefused(String message) {
        assertThatThrownBy(() -> TextClassifier.load(file))
                .isInstanceOf(ModelException.class)
                .hasMessage(file + ": " + message);
    }
}
