package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabeledTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "cafe\u0301,caf\u00e9",
                "caf\u00e9,caf\u00e9",
                "\u212b,\u00c5", // the sign for angstrom
                "\uff21,\uff21",
                " a b ,a b",
                "\u00a0billing\u00a0,billing",
                "\u2003\u202f\u3000a\u2007\u2028\u0085,a",
                "a\u200b,a\u200b",
            })
    void aLabelIsInFormNfcWithoutWhiteSpaceAtItsEnds(String written, String label) {
        assertThat(new Labeled<>("text", written).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\t\u3000\u0085"})
    void aBlankLabelIsRefused(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Labeled<>("text", blank))
                .withMessage("label must not be blank but was \"" + blank + "\"");
    }

    @Test
    void labelsThatLookTheSameAreOneClassInEveryFormat() throws IOException {
        Path tsv = Files.writeString(folder.resolve("a.tsv"), "caf\u00e9\tone\ncafe\u0301\u00a0\t\u00a0two\u3000\n");
        Path csv =
                Files.writeString(folder.resolve("a.csv"), "label,text\ncaf\u00e9,one\ncafe\u0301\u00a0,\u00a0two\n");
        Path json = Files.writeString(
                folder.resolve("a.jsonl"),
                "{\"label\":\"caf\u00e9\",\"text\":\"one\"}\n{\"label\":\"\u2003cafe\u0301\",\"text\":\"two\"}\n");
        for (Path file : new Path[] {tsv, csv, json}) {
            Corpus<String> corpus = Corpus.read(file);
            assertThat(corpus.labels()).containsExactly("caf\u00e9");
            assertThat(corpus.instances()).containsExactly("one", "two");
        }
    }

    @Test
    void aLabelOrTextOfNoBreakBlanksIsBlank() throws IOException {
        Path file = Files.writeString(folder.resolve("a.tsv"), "a\t\u00a0\n");
        assertThat(catchThrowable(() -> Corpus.read(file)))
                .isInstanceOf(CorpusException.class)
                .hasMessage(file + ":1: text must not be blank");
        Files.writeString(file, "\u3000\ttext\n");
        assertThat(catchThrowable(() -> Corpus.read(file)))
                .isInstanceOf(CorpusException.class)
                .hasMessage(file + ":1: label must not be blank");
    }
}
