package io.github.bkd4j.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Splits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrecQuestionsTest {

    @TempDir
    private Path folder;

    private void train(String lines) throws IOException {
        Files.write(folder.resolve("train_5500.label"), lines.getBytes(StandardCharsets.ISO_8859_1));
    }

    @BeforeEach
    void write() throws IOException {
        train("DESC:manner How did serfdom develop ?\nHUM:ind Who wrote Les Misérables ?\n");
        Files.writeString(folder.resolve("TREC_10.label"), "NUM:dist How far is it from Denver to Aspen ?\n");
    }

    @Test
    void readsTheFilesAsPublished() {
        Splits<String> splits = TrecQuestions.read(folder);

        assertThat(splits.train().labels()).containsExactly("DESC:manner", "HUM:ind");
        assertThat(splits.train().instances())
                .containsExactly("How did serfdom develop ?", "Who wrote Les Misérables ?");
        assertThat(splits.test().labels()).containsExactly("NUM:dist");
    }

    @Test
    void aLineOfAnotherFormIsNamed() throws IOException {
        train("DESC:manner How ?\nHow did it go: well ?\n");
        assertThatThrownBy(() -> TrecQuestions.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(folder.resolve("train_5500.label")
                        + ":2: must be COARSE:fine TEXT but was How did it go: well ?");
    }

    @Test
    void aBlankQuestionIsNamed() throws IOException {
        train("DESC:manner  \n");
        assertThatThrownBy(() -> TrecQuestions.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(folder.resolve("train_5500.label") + ":1: text must not be blank");
    }
}
