package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultiLabelCorpusTest {

    private final MultiLabelCorpus<String> topics = corpus("grain,corn:it rains", ":nothing", "corn:a field");

    @TempDir
    private Path folder;

    /** Rows written as {@code label,label:text}. */
    static MultiLabelCorpus<String> corpus(String... rows) {
        return MultiLabelCorpus.of(List.of(rows).stream()
                .map(row -> row.split(":", 2))
                .map(parts -> MultiLabeled.of(parts[1], parts[0].isEmpty() ? List.of() : List.of(parts[0].split(","))))
                .toList());
    }

    @Test
    void sortsLabelsAndKeepsTheOrderOfInstances() {
        assertThat(topics.labels()).containsExactly("corn", "grain");
        assertThat(topics.instances()).containsExactly("it rains", "nothing", "a field");
        assertThat(topics.labelsOf(0)).containsExactly(0, 1);
        assertThat(topics.labelsOf(1)).isEmpty();
        assertThat(topics.has(2, 0)).isTrue();
        assertThat(topics.has(2, 1)).isFalse();
        assertThat(topics.counts()).isEqualTo(new ClassCounts(List.of("corn", "grain"), List.of(2L, 1L)));
        assertThat(topics).hasToString("MultiLabelCorpus[instances=3, labels=2]");
    }

    @Test
    void aPartKeepsTheLabelsOfTheWhole() {
        MultiLabelCorpus<String> part = topics.rows(new int[] {2, 1});
        assertThat(part.instances()).containsExactly("a field", "nothing");
        assertThat(part.counts()).isEqualTo(new ClassCounts(List.of("corn", "grain"), List.of(1L, 0L)));
        topics.labelsOf(0)[0] = 1;
        assertThat(topics.labelsOf(0)).containsExactly(0, 1);
    }

    @Test
    void aLabelThatComesTwiceCountsOnce() {
        assertThat(MultiLabeled.of("x", List.of("b", "a ", "b")).labels()).containsExactly("a", "b");
    }

    @Test
    void theFingerprintKnowsTextsAndLabels() {
        assertThat(topics.fingerprint())
                .isEqualTo(corpus("corn,grain:it rains", ":nothing", "corn:a field")
                        .fingerprint())
                .isNotEqualTo(corpus("corn:it rains", ":nothing", "corn,grain:a field")
                        .fingerprint())
                .isNotEqualTo(corpus("grain,corn:it rains", ":Nothing", "corn:a field")
                        .fingerprint());
    }

    @Test
    void refusesWhatIsNoCorpus() {
        assertThatThrownBy(() -> MultiLabelCorpus.of(List.of()))
                .isInstanceOf(CorpusException.class)
                .hasMessage("a corpus must have at least one instance but had none");
        assertThatThrownBy(() -> corpus(":nothing"))
                .isInstanceOf(CorpusException.class)
                .hasMessage("a corpus with label sets must have at least one label but had none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiLabeled.of("x", List.of("a", " ")))
                .withMessage("label must not be blank but was \" \"");
    }

    @Test
    void nothingCanBeLearntIfAllTextsHaveTheSameLabels() {
        topics.requireDifferentLabelSets("training data");
        assertThatThrownBy(() -> corpus("a,b:x", "a,b:y").requireDifferentLabelSets("training data"))
                .isInstanceOf(CorpusException.class)
                .hasMessage("training data must have texts with different labels but had [a, b] in all");
        assertThatThrownBy(() -> topics.rows(new int[0]).requireDifferentLabelSets("training data"))
                .isInstanceOf(CorpusException.class)
                .hasMessage("training data must have texts with different labels but had no text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a.jsonl; {"labels": ["grain", "corn"], "text": "it rains"}\\n{"labels": [], "text": "nothing"}\\n{"text": "a field", "labels": ["corn"]};
            b.jsonl; {"label": ["grain", "corn"], "text": "it rains"}\\n{"label": [], "text": "nothing"}\\n{"text": "a field", "label": ["corn"]};
            c.jsonl; {"labels": ["grain", "corn"], "text": "it rains"}\\n{"labels": "", "text": "nothing"}\\n{"text": "a field", "labels": "corn"}; |
            d.csv; labels,text\\n"grain|corn",it rains\\n,nothing\\ncorn,a field; |
            e.csv; text,label\\n"it rains","grain, corn"\\nnothing,\\na field,corn; ', '
            f.tsv; labels\\ttext\\ngrain|corn\\tit rains\\n\\tnothing\\ncorn\\ta field; |
            g.tsv; grain | corn\\tit rains\\n\\tnothing\\ncorn\\ta field; |
            """)
    void readsLabelSets(String name, String content, String separator) throws IOException {
        Path file = Files.writeString(
                folder.resolve(name), content.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(MultiLabelCorpus.read(file, Columns.standard(), separator)).isEqualTo(topics);
        assertThat(MultiLabelCorpus.isIn(file, Columns.standard())).isEqualTo(name.endsWith(".jsonl"));
    }

    @Test
    void readsOtherColumns() throws IOException {
        Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"label\": \"x\", \"tags\": [7], \"text\": \"a\"}");
        Columns columns = Columns.standard().withLabel("tags");
        assertThat(MultiLabelCorpus.isIn(file, columns)).isTrue();
        assertThat(MultiLabelCorpus.isIn(file, Columns.standard())).isFalse();
        assertThat(MultiLabelCorpus.isIn(folder.resolve("none.jsonl"), columns)).isFalse();
        assertThat(MultiLabelCorpus.read(file, columns, null)).isEqualTo(corpus("7:a"));
        Path nested = Files.writeString(folder.resolve("y.jsonl"), "{\"meta\": {\"Tags\": [7]}, \"text\": \"a\"}");
        Columns dotted = Columns.standard().withLabel("meta.tags");
        assertThat(MultiLabelCorpus.isIn(nested, dotted)).isTrue();
        assertThat(MultiLabelCorpus.read(nested, dotted, null)).isEqualTo(corpus("7:a"));
        Path number = Files.writeString(folder.resolve("z.jsonl"), "{\"label\": 7, \"text\": \"a\"}");
        assertThat(MultiLabelCorpus.read(number, Columns.standard(), "|")).isEqualTo(corpus("7:a"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            x.jsonl ~ {"labels": ["a", " "], "text": "x"}   ~   ~ :1: label must not be blank
            x.jsonl ~ {"labels": ["a", null], "text": "x"}  ~   ~ :1: field "labels" must be a string, an integer or a boolean but was null
            x.jsonl ~ {"labels": ["a|b"], "text": "x"}      ~ | ~ :1: label must not have the separator '|' in it but was 'a|b'
            x.jsonl ~ {"labels": ["a"], "text": " "}        ~   ~ :1: text must not be blank
            x.jsonl ~ {"labels": {}, "text": "x"}           ~   ~ :1: field "label" must be an array but was missing; set --label-column to one of labels,text
            x.jsonl ~ {"label": {}, "text": "x"}            ~   ~ :1: field "label" must be an array but was an object
            x.jsonl ~ {"labels": [], "text": "x"}           ~   ~ : must have at least one text with a label but had none
            x.jsonl ~ {"label": "a", "text": "x"}           ~   ~ :1: labels must be an array, or --label-separator must say what is between them, but were 'a'
            x.tsv   ~ a||b\tx                               ~ | ~ :1: label must not be blank
            """)
    void refusesWhatIsNoLabelSet(String name, String content, String separator, String message) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        assertThatThrownBy(() -> MultiLabelCorpus.read(file, Columns.standard(), separator))
                .isInstanceOf(CorpusException.class)
                .hasMessage(file + message);
    }

    @Test
    void refusesFoldersAndSeparatorsThatCannotBe() throws IOException {
        assertThatThrownBy(() -> MultiLabelCorpus.read(folder))
                .isInstanceOf(CorpusException.class)
                .hasMessage(folder + ": must be a file, for a folder has one label per text, but was a folder");
        Path file = Files.writeString(folder.resolve("x.csv"), "label,text\na,x\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiLabelCorpus.read(file, Columns.standard(), ""))
                .withMessage("label separator must be one or more characters, no quote, tab or line end, but was ''");
    }

    @Test
    void aCorpusOfOneLabelPerTextRefusesLabelSets() throws IOException {
        Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"labels\": [\"a\"], \"text\": \"x\"}");
        assertThatThrownBy(() -> Corpus.read(file, Columns.standard().withLabel("labels")))
                .isInstanceOf(CorpusException.class)
                .hasMessage(file + ":1: field \"labels\" must be a string, an integer or a boolean but was an array");
    }

    @Test
    void takesOverTheLabelsOfAnother() {
        MultiLabelCorpus<String> corpus = MultiLabelCorpus.of(
                List.of(new MultiLabeled<>("one", List.of("a", "b")), new MultiLabeled<>("two", List.of("c"))));

        MultiLabelCorpus<String> other = corpus.withLabels(List.of("b", "x", "a"));

        assertThat(other.labels()).containsExactly("b", "x", "a");
        assertThat(other.labelsOf(0)).containsExactly(0, 2);
        assertThat(other.labelsOf(1)).isEmpty();
        assertThat(other.instances()).isEqualTo(corpus.instances());
    }
}
