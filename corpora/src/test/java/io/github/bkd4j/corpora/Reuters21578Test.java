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

class Reuters21578Test {

    @TempDir
    private Path folder;

    private static String story(String topics, String split, String title, String body, String... names) {
        StringBuilder about = new StringBuilder();
        for (String name : names) {
            about.append("<D>").append(name).append("</D>");
        }
        return "<REUTERS TOPICS=\"" + topics + "\" LEWISSPLIT=\"" + split + "\" NEWID=\"1\">\n<TOPICS>" + about
                + "</TOPICS>\n<PLACES><D>usa</D></PLACES>\n<TEXT>&#2;\n<TITLE>" + title + "</TITLE>\n<BODY>" + body
                + "&#3;</BODY></TEXT>\n</REUTERS>\n";
    }

    private void write(String file, String... stories) throws IOException {
        Files.writeString(folder.resolve(file), "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n" + String.join("", stories));
    }

    @Test
    void readsStoriesOfOneTopicInTheSplitModApte() throws IOException {
        write(
                "reut2-000.sgm",
                story("YES", "TRAIN", "BAHIA COCOA", "Showers\n    continued &lt;here> &amp; there", "cocoa"),
                story("YES", "TRAIN", "PROFIT", "up", "earn"),
                story("YES", "TRAIN", "BOTH", "two topics", "earn", "acq"),
                story("YES", "TRAIN", "ONCE", "no test story", "tin"),
                story("YES", "NOT-USED", "UNUSED", "left out", "earn"),
                story("NO", "TRAIN", "NONE", "without topics", "earn"));
        write(
                "reut2-001.sgm",
                story("YES", "TEST", "COCOA AGAIN", "rain", "cocoa"),
                story("YES", "TEST", "LOSS", "down", "earn"));

        Splits<String> splits = Reuters21578.ofOneTopic(folder);

        assertThat(splits.train().labels()).containsExactly("cocoa", "earn");
        assertThat(splits.train().instances())
                .containsExactly("BAHIA COCOA Showers continued <here> & there", "PROFIT up");
        assertThat(splits.test().instances()).containsExactly("COCOA AGAIN rain", "LOSS down");
    }

    @Test
    void aFolderWithoutStoriesIsNamed() throws IOException {
        assertThatThrownBy(() -> Reuters21578.ofOneTopic(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(folder + ": must have .sgm files but had none");
        write("reut2-000.sgm", story("YES", "TRAIN", "A", "b", "tin"));
        assertThatThrownBy(() -> Reuters21578.ofOneTopic(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(
                        folder + ": must have a topic with training and test stories of that topic alone but had none");
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> Reuters21578.ofOneTopic(none))
                .isInstanceOf(CorpusException.class)
                .hasMessage(none + ": cannot be read");
    }
}
