package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.text.Normalisation;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Tokenizer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a saved classifier knows of the way in which its texts were cut into tokens. */
class ModelTokensTest {

    @TempDir
    Path folder;

    @Test
    void aTokenizerOfOnesOwnIsAskedForByName() {
        Corpus<String> corpus = Toy.corpus(1, 20, 10, 5);
        Tokenizer lines = new Tokenizer("spaces", text -> List.of(text.split(" ")));
        TextEncoding encoding = Toy.bag().text().withTokenizer(lines);
        TextClassifier classifier = Trainer.train(Toy.bag().withEncoding(encoding), corpus);
        Path file = folder.resolve("student.bkd");
        classifier.save(file);

        assertThatThrownBy(() -> TextClassifier.load(file))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        file + ": the model must be loaded with its tokenizer 'spaces' but was given 'unicode-words'");
        assertThat(TextClassifier.load(file, lines).classify(corpus.instances()))
                .isEqualTo(classifier.classify(corpus.instances()));
    }

    /** What an archive of version 1 says: the tokenizer of its time, and nothing of a normal form. */
    @Test
    void aModelOfVersionOneKeepsItsTokensAndTheirForm() {
        List<String> texts = List.of("caf\u00e9", "cafe\u0301", "東京タワー", "\ud83d\ude00 a0", "");
        Corpus<String> corpus = Corpus.of(IntStream.range(0, 40)
                .mapToObj(i -> new Labeled<>(texts.get(i % 5) + " b" + i % 2, i % 2 == 0 ? "a" : "b"))
                .toList());
        TextEncoding encoding =
                Toy.bag().text().withTokenizer(Tokenizer.runsOfLetters()).withNormalisation(Normalisation.NONE);
        TextClassifier classifier = Trainer.train(Toy.bag().withEncoding(encoding), corpus);
        Path file = folder.resolve("student.bkd");
        classifier.save(file);
        assertThat(ArchiveEntries.of(file).get("model.json"))
                .asString(UTF_8)
                .contains("\"tokenizer\":\"words\",\"normalisation\":\"none\",");
        ArchiveEntries.forge(file, "model.json", json -> json.replace("\"normalisation\":\"none\",", ""));

        TextClassifier loaded = TextClassifier.load(file);
        assertThat(loaded.model().encoder().encoding()).isEqualTo(encoding);
        assertThat(loaded.classify(texts)).isEqualTo(classifier.classify(texts));
        assertThat(loaded.hasKnownToken("cafe\u0301")).isTrue();
        assertThat(loaded.hasKnownToken("東京")).isFalse();
    }

    @Test
    void aNewModelKnowsBothFormsOfALetter() {
        Corpus<String> corpus = Corpus.of(IntStream.range(0, 20)
                .mapToObj(i -> new Labeled<>(i % 2 == 0 ? "caf\u00e9" : "bar", i % 2 == 0 ? "a" : "b"))
                .toList());
        Path file = folder.resolve("student.bkd");
        Trainer.train(Toy.bag(), corpus).save(file);
        TextClassifier loaded = TextClassifier.load(file);

        assertThat(loaded.classify("cafe\u0301")).isEqualTo(loaded.classify("caf\u00e9"));
        assertThat(loaded.hasKnownToken("cafe\u0301")).isTrue();
        assertThat(loaded.hasKnownToken("")).isFalse();
    }
}
