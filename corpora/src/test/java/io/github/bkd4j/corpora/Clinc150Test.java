package io.github.bkd4j.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.corpus.CorpusException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Clinc150Test {

    private static final String DATA = """
            {"oos_val": [["set a warning for low battery", "oos"]],
             "val": [["in spanish, meet me tomorrow", "translate"]],
             "train": [["what is hello in french", "translate"], ["move 100 dollars", "transfer"]],
             "oos_test": [["who won the cup", "oos"], ["how tall are giraffes", "oos"]],
             "test": [["send money to my son", "transfer"]],
             "oos_train": [["how far is the moon", "oos"]]}
            """;

    @TempDir
    private Path folder;

    private Path file(String data) throws IOException {
        return Files.writeString(folder.resolve("data_full.json"), data);
    }

    @Test
    void readsTheFileAsPublished() throws IOException {
        Clinc150 clinc = Clinc150.read(file(DATA));

        assertThat(clinc.splits().train().labels()).containsExactly("transfer", "translate");
        assertThat(clinc.splits().validation().instances()).containsExactly("in spanish, meet me tomorrow");
        assertThat(clinc.splits().test().instances()).containsExactly("send money to my son");
        assertThat(clinc.outOfScopeValidation()).containsExactly("set a warning for low battery");
        assertThat(clinc.outOfScopeTest()).containsExactly("who won the cup", "how tall are giraffes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "val": [           | "validation": [       | must have a list 'val' of pairs but had none
            ["move 100 dollars", "transfer"] | ["move"] | pair 2 of 'train' must be ["text", "label"] but was ["move"]
            ["move 100 dollars", "transfer"] | ["move", 7] | pair 2 of 'train' must be ["text", "label"] but was ["move",7]
            "move 100 dollars" | " "                   | pair 2 of 'train': text must not be blank
            "transfer"]],      | ""]],                 | pair 2 of 'train': label must not be blank but was ""
            """)
    void whatIsNotOfTheFormIsNamed(String from, String to, String sentence) throws IOException {
        Path file = file(DATA.replaceFirst(Pattern.quote(from), to));
        assertThatThrownBy(() -> Clinc150.read(file))
                .isInstanceOf(CorpusException.class)
                .hasMessage(file + ": " + sentence);
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path none = folder.resolve("none.json");
        assertThatThrownBy(() -> Clinc150.read(none))
                .isInstanceOf(CorpusException.class)
                .hasMessage(none + ": no such file");
        Path cut = file(DATA.substring(0, 40));
        assertThatThrownBy(() -> Clinc150.read(cut))
                .isInstanceOf(CorpusException.class)
                .hasMessageStartingWith(cut + ": must be JSON but was not: ");
        Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xE9, '"'});
        assertThatThrownBy(() -> Clinc150.read(latin))
                .isInstanceOf(CorpusException.class)
                .hasMessage(latin + ": must be UTF-8 but was not");
    }
}
