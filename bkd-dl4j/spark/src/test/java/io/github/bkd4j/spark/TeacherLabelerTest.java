package io.github.bkd4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.io.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeacherLabelerTest {

    private static final ToyTeacher TEACHER = ToyTeacher.of(2);
    private static final List<String> TEXTS = IntStream.range(0, 1_200) // more than are sorted at a time
            .mapToObj(i -> "abc".repeat(i % 7) + "b".repeat(i % 3) + " " + i)
            .toList();

    private static void assertLabelled(List<Row> rows, int text, int logits) {
        assertThat(rows).isNotEmpty();
        for (Row row : rows) {
            assertThat(TextFunction.floats(row, logits)).isEqualTo(TEACHER.logits(row.getString(text)));
        }
    }

    @Test
    void eachTextGetsItsLogits() {
        Dataset<Row> rows = new TeacherLabeler(TEACHER).transform(Sessions.texts(TEXTS));
        assertThat(rows.schema().apply("logits").metadata().getStringArray("labels"))
                .containsExactly("a", "b", "c");
        List<Row> read = rows.orderBy("id").collectAsList();
        assertThat(read.stream().map(row -> row.getString(1))).containsExactlyElementsOf(TEXTS);
        assertLabelled(read, 1, 2);
    }

    /** All threads of a step would be helpers of another task's. */
    @Test
    void aTaskUsesTheThreadsThatSparkGivesIt() {
        Opener<Function<List<String>, float[][]>> opener = () -> texts -> {
            Thread task = Thread.currentThread();
            float[][] helpers = new float[texts.size()][1];
            Threads.run(
                    texts.size(), i -> helpers[i][0] = Thread.currentThread().equals(task) ? 0 : 1);
            return helpers;
        };
        float[][] helpers = TextFunction.onExecutors(Sessions.SPARK, TEXTS, opener);
        assertThat(helpers).hasDimensions(TEXTS.size(), 1);
        assertThat(Stream.of(helpers)).allMatch(helper -> helper[0] == 0);
    }

    @Test
    void anExecutorOpensTheTeacherOnce() {
        ToyTeacher.OPENED.set(0);
        TeacherLabeler labeler = new TeacherLabeler(TEACHER);
        labeler.transform(Sessions.texts(TEXTS)).count();
        labeler.copy(new ParamMap()).transform(Sessions.texts(TEXTS)).collectAsList();
        assertThat(ToyTeacher.OPENED).hasValue(1);
    }

    @Test
    void whatIsWrittenIsNotAskedAgain(@TempDir Path folder) {
        TeacherLabeler labeler = new TeacherLabeler(TEACHER).setInputCol("body").setOutputCol("said");
        Dataset<Row> half = bodies(TEXTS.subList(0, 600));
        Dataset<Row> all = bodies(TEXTS);
        ToyTeacher.ASKED.set(0);
        assertLabelled(labeler.label(half, folder.toString()).collectAsList(), 0, 1);
        assertThat(ToyTeacher.ASKED).hasValue(600);
        List<Row> rows = labeler.label(all, folder.toString()).collectAsList();
        assertThat(ToyTeacher.ASKED).hasValue(1_200);
        assertThat(rows.stream().map(row -> row.getString(0))).containsExactlyInAnyOrderElementsOf(TEXTS);
        assertLabelled(rows, 0, 1);
        assertThat(labeler.label(half, folder.toString()).columns()).containsExactly("body", "said");
        assertThat(labeler.label(half, folder.toString()).count()).isEqualTo(600);
        assertThat(ToyTeacher.ASKED).hasValue(1_200);
    }

    private static Dataset<Row> bodies(List<String> texts) {
        return Sessions.texts(texts).withColumnRenamed("text", "body");
    }

    @Test
    void anotherTeacherIsAsked(@TempDir Path folder) {
        Dataset<Row> texts = Sessions.texts(TEXTS.subList(0, 50));
        new TeacherLabeler(ToyTeacher.of(3)).label(texts, folder.toString());
        assertLabelled(
                new TeacherLabeler(TEACHER).label(texts, folder.toString()).collectAsList(), 0, 1);
    }

    /** As after a crash: a part is missing, and what was being written is still there. */
    @Test
    void aFolderThatIsNotCompleteIsCompleted(@TempDir Path folder) throws IOException {
        TeacherLabeler labeler = new TeacherLabeler(TEACHER);
        labeler.label(Sessions.texts(TEXTS), folder.toString());
        List<Path> parts;
        try (Stream<Path> files = Files.walk(folder)) {
            parts = files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
        assertThat(parts).hasSizeGreaterThan(1);
        Path temporary = Files.createDirectories(parts.get(0).resolveSibling("_temporary/0"));
        Files.move(parts.get(0), temporary.resolve("part.parquet"));
        ToyTeacher.ASKED.set(0);
        List<Row> rows = labeler.label(Sessions.texts(TEXTS), folder.toString()).collectAsList();
        assertThat(rows.stream().map(row -> row.getString(0))).containsExactlyInAnyOrderElementsOf(TEXTS);
        assertThat(ToyTeacher.ASKED.get()).isBetween(1, 1_199);
    }

    @Test
    void nullTexts(@TempDir Path folder) {
        List<String> texts = new ArrayList<>(TEXTS.subList(0, 3));
        texts.add(null);
        Dataset<Row> withNull = Sessions.texts(texts);
        assertThatThrownBy(() -> new TeacherLabeler(TEACHER).transform(withNull).collectAsList())
                .rootCause()
                .isInstanceOf(DataFrameException.class);
        TeacherLabeler abstaining = new TeacherLabeler(TEACHER).setHandleInvalid("abstain");
        assertThat(abstaining.transform(withNull).where("logits IS NULL").count())
                .isEqualTo(1);
        assertThat(abstaining.label(withNull, folder.toString()).count()).isEqualTo(3);
        assertThat(new TeacherLabeler(TEACHER)
                        .setHandleInvalid("skip")
                        .transform(withNull)
                        .count())
                .isEqualTo(3);
    }
}
