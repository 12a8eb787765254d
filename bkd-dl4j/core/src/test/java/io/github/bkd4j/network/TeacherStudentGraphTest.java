package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Features;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.loss.BkdLoss;
import io.github.bkd4j.loss.CrossEntropyLoss;
import io.github.bkd4j.text.TextEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;

class TeacherStudentGraphTest {

    private static final int CLASSES = 4;
    private static final int BATCH = 8;
    private static final BkdLoss LOSS = new BkdLoss(2, 1, List.of(0.4, 0.6, 1.0, 2.0));
    private static final BagOfEmbeddings STUDENT = BagOfEmbeddings.small()
            .withEncoding(TextEncoding.bagOfNgrams().withMinCount(1))
            .withDimension(6)
            .withHidden(5)
            .withDropout(0);
    private static final TextCnn TEACHER = TextCnn.small()
            .withEncoding(TextEncoding.sequence().withMinCount(1))
            .withDimension(5)
            .withFilters(3);

    private final List<String> texts = texts();
    private final Inputs forTeacher;
    private final Inputs forStudent;
    private final ComputationGraph teacher;
    private final ComputationGraph student;

    TeacherStudentGraphTest() {
        Encoder<String> teachers = TEACHER.encoding().fit(texts);
        Encoder<String> students = STUDENT.encoding().fit(texts);
        forTeacher = teachers.encode(texts);
        forStudent = students.encode(texts);
        teacher = TEACHER.build(teachers.shape(), CLASSES, new Adam(0.01), 1);
        student = STUDENT.build(students.shape(), CLASSES, new Adam(0.01), 2);
    }

    private static List<String> texts() {
        Random random = new Random(3);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 2 * BATCH; i++) {
            texts.add("w" + random.nextInt(9) + " v" + random.nextInt(9) + " u" + random.nextInt(9));
        }
        return texts;
    }

    @Test
    void givesTheStudentThatPackedLabelsGive() {
        TeacherStudentGraph joint = TeacherStudentGraph.of(teacher, student, LOSS);
        joint.graph().setListeners(new RowSparseAdam(new Adam(0.01)));
        ComputationGraph alone = student.clone();
        alone.setListeners(new RowSparseAdam(new Adam(0.01)));
        new Network(alone).trainUnder(LOSS);

        for (int step = 0; step < 20; step++) {
            int[] rows = rows(step);
            fitJoint(joint.graph(), rows);
            fitPacked(alone, rows);
        }

        float[][] expected = new Network(alone).logits(forStudent);
        float[][] actual = new Network(joint.student()).logits(forStudent);
        float[][] untrained = new Network(student).logits(forStudent);
        for (int i = 0; i < texts.size(); i++) {
            for (int c = 0; c < CLASSES; c++) {
                assertThat(actual[i][c]).isCloseTo(expected[i][c], within(1e-4f));
            }
            assertThat(actual[i]).isNotEqualTo(untrained[i]);
        }
    }

    @Test
    void drawsTheSameNumbersAfterIt() {
        TeacherStudentGraph.of(teacher, student, LOSS);
        INDArray first = Nd4j.rand(9);
        TeacherStudentGraph.of(teacher, student, LOSS);
        assertThat(Nd4j.rand(9)).isEqualTo(first);
    }

    private static int[] rows(int step) {
        int[] rows = new int[BATCH];
        for (int i = 0; i < BATCH; i++) {
            rows[i] = (step * BATCH + i) % (2 * BATCH);
        }
        return rows;
    }

    private void fitJoint(ComputationGraph graph, int[] rows) {
        graph.fit(features(graph, rows), new INDArray[] {labels(rows)});
    }

    private static List<TextVertex> texts(ComputationGraph graph) {
        return graph.getConfiguration().getVertices().values().stream()
                .map(vertex -> vertex instanceof FrozenVertex frozen ? frozen.getUnderlying() : vertex)
                .filter(TextVertex.class::isInstance)
                .map(TextVertex.class::cast)
                .toList();
    }

    /** Gives both their tokens; DL4J's arrays say how many texts there are. */
    private INDArray[] features(ComputationGraph graph, int[] rows) {
        Features teachers = forTeacher.features(rows);
        Features students = forStudent.features(rows);
        texts(graph)
                .forEach(text -> text.feed(Objects.requireNonNull(
                        text instanceof ConvolutionVertex ? teachers.tokens() : students.tokens())));
        return new INDArray[] {teachers.arrays().get(0), students.arrays().get(0)};
    }

    private void fitPacked(ComputationGraph graph, int[] rows) {
        INDArray logits = new Network(teacher).output(forTeacher.features(rows));
        new Network(graph).fit(forStudent.features(rows), Nd4j.hstack(labels(rows), logits));
    }

    private static INDArray labels(int[] rows) {
        INDArray labels = Nd4j.zeros(rows.length, CLASSES);
        for (int i = 0; i < rows.length; i++) {
            labels.putScalar(i, rows[i] % CLASSES, 1);
        }
        return labels;
    }

    @Test
    void leavesTheTeacherAsItIs() {
        TeacherStudentGraph joint = TeacherStudentGraph.of(teacher, student, LOSS);
        joint.graph().setListeners(new RowSparseAdam(new Adam(0.01)));
        INDArray before = jointLogits(joint.graph(), rows(0)).dup();

        for (int step = 0; step < 5; step++) {
            fitJoint(joint.graph(), rows(step));
        }

        INDArray after = jointLogits(joint.graph(), rows(0));
        assertThat(columns(after, CLASSES)).isEqualTo(columns(before, CLASSES));
        assertThat(columns(after, 0)).isNotEqualTo(columns(before, 0));
        assertThat(joint.graph().getUpdater().getStateViewArray().length()).isEqualTo(2 * student.numParams());
    }

    @Test
    void cutsTheStudentOutToTheLastBit() {
        TeacherStudentGraph joint = TeacherStudentGraph.of(teacher, student, LOSS);
        joint.graph().setListeners(new RowSparseAdam(new Adam(0.01)));
        fitJoint(joint.graph(), rows(0));

        INDArray cut = new Network(joint.student()).output(forStudent.features(rows(1)));

        assertThat(cut.toFloatMatrix())
                .isDeepEqualTo(columns(jointLogits(joint.graph(), rows(1)), 0).toFloatMatrix());
    }

    private INDArray jointLogits(ComputationGraph graph, int[] rows) {
        return graph.output(false, features(graph, rows))[0];
    }

    private static INDArray columns(INDArray logits, int first) {
        return logits.get(NDArrayIndex.all(), NDArrayIndex.interval(first, first + CLASSES));
    }

    @Test
    void changesNeitherOfItsParts() {
        INDArray teachers = teacher.params().dup();
        INDArray students = student.params().dup();
        float[] row = table().row(1).clone();
        TeacherStudentGraph joint = TeacherStudentGraph.of(teacher, student, LOSS);
        joint.graph().setListeners(new RowSparseAdam(new Adam(0.01)));

        fitJoint(joint.graph(), rows(0));

        assertThat(teacher.params()).isEqualTo(teachers);
        assertThat(student.params()).isEqualTo(students);
        assertThat(table().row(1)).isEqualTo(row);
        assertThat(((org.deeplearning4j.nn.conf.layers.OutputLayer)
                                student.getLayer("output").conf().getLayer())
                        .getLossFn())
                .isEqualTo(new CrossEntropyLoss());
    }

    private ParameterTable table() {
        return Objects.requireNonNull(new Network(student).texts().get("text"))
                .parameters()
                .get(0);
    }

    @Test
    void itsConfigurationComesBackFromJson() {
        ComputationGraphConfiguration configuration =
                TeacherStudentGraph.of(teacher, student, LOSS).graph().getConfiguration();

        assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()))
                .isEqualTo(configuration);
    }

    @Test
    void refusesPartsThatDoNotFit() {
        Encoder<String> students = STUDENT.encoding().fit(texts);
        ComputationGraph more = STUDENT.build(students.shape(), CLASSES + 1, new Adam(0.01), 2);
        ComputationGraph cosine = STUDENT.withHead(Head.COSINE).build(students.shape(), CLASSES, new Adam(0.01), 2);

        assertThatThrownBy(() -> TeacherStudentGraph.of(teacher, more, LOSS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("teacher and student must have the same classes but had 4 and 5");
        assertThatThrownBy(() -> TeacherStudentGraph.of(teacher, cosine, LOSS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a joint graph must have linear output layers but had CosineOutputLayer");
    }
}
