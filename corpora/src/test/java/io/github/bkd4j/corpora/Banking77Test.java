package io.github.bkd4j.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Splits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Banking77Test {

    @TempDir
    private Path folder;

    @Test
    void readsTheFilesAsPublished() throws IOException {
        Files.writeString(folder.resolve("train.csv"), """
            text,category
            I am still waiting on my card?,card_arrival
            "What can I do if my card, still, hasn't arrived?",card_arrival
            Where are you?,country
            """);
        Files.writeString(folder.resolve("test.csv"), "text,category\nHow do I locate my card?,card_arrival\n");

        Splits<String> splits = Banking77.read(folder);

        assertThat(splits.train().labels()).containsExactly("card_arrival", "country");
        assertThat(splits.train().instances()).contains("What can I do if my card, still, hasn't arrived?");
        assertThat(splits.test().size()).isEqualTo(1);
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> Banking77.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(folder.resolve("train.csv") + ": no such file");
    }
}
