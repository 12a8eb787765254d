package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.ToyImages;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.io.Threads;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** What every architecture for images does. */
abstract class ImageArchitectureContract extends AnyArchitectureContract<Image> {

    private static final Corpus<Image> CORPUS = ToyImages.corpus(1, 30, 20, 10);

    @Override
    Corpus<Image> corpus() {
        return CORPUS;
    }

    @Override
    InputShape wrongShape() {
        return new InputShape.Vector(9);
    }

    @Override
    String refusalOfWrongShape() {
        return architecture().name() + " takes images but was given Vector[size=9]";
    }

    /** Along a random direction in the space of all parameters: there are too many to go one by one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theGradientAgreesWithFiniteDifferences(long seed) {
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        try {
            ComputationGraph graph = inDouble(network(seed).graph());
            int[] rows = new Random(seed).ints(5, 0, CORPUS.size()).toArray();
            graph.setInputs(inputs().features(rows).arrays().get(0).castTo(DataType.DOUBLE));
            graph.setLabels(labels(rows).castTo(DataType.DOUBLE));
            graph.computeGradientAndScore();
            INDArray direction = direction(graph, new Random(seed));
            double expected =
                    graph.gradient().gradient().mul(direction).sumNumber().doubleValue() / rows.length;
            double step = 1e-8; // no rectifier should change sides on the way
            double difference = scoreAt(graph, direction, step) - scoreAt(graph, direction, -step);
            assertThat(difference / (2 * step)).isCloseTo(expected, within(1e-5 * Math.max(1, Math.abs(expected))));
        } finally {
            Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
        }
    }

    /** None along the running mean and variance: what DL4J keeps as their gradient is none. */
    private static INDArray direction(ComputationGraph graph, Random random) {
        ComputationGraph there = graph.clone();
        for (Map.Entry<String, INDArray> parameter : there.paramTable().entrySet()) {
            boolean running =
                    parameter.getKey().endsWith("_mean") || parameter.getKey().endsWith("_var");
            double[] numbers = random.doubles(parameter.getValue().length(), -1, 1)
                    .map(number -> running ? 0 : number)
                    .toArray();
            parameter
                    .getValue()
                    .assign(Nd4j.createFromArray(numbers)
                            .reshape(parameter.getValue().shape()));
        }
        return there.params();
    }

    private static double scoreAt(ComputationGraph graph, INDArray direction, double step) {
        INDArray before = graph.params().dup();
        graph.params().addi(direction.mul(step));
        graph.computeGradientAndScore();
        graph.params().assign(before);
        return graph.score();
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        int before = Threads.count();
        try {
            Threads.use(1);
            float[][] alone = trainedLogits();
            Threads.use(3);
            assertThat(trainedLogits()).isDeepEqualTo(alone);
        } finally {
            Threads.use(before);
        }
    }

    private float[][] trainedLogits() {
        Network network = network(1);
        train(network, inputs(), 1);
        return network.logits(inputs());
    }

    @Test
    void jsonKeepsTheNetwork() {
        ComputationGraph graph = network(1).graph();
        ComputationGraphConfiguration read =
                ComputationGraphConfiguration.fromJson(graph.getConfiguration().toJson());
        assertThat(read).isEqualTo(graph.getConfiguration());

        ComputationGraph restored = new ComputationGraph(read);
        restored.init(graph.params().dup(), false);
        assertThat(new Network(restored).logits(inputs())).isDeepEqualTo(new Network(graph).logits(inputs()));
    }

    /** The teacher sees the images that the student sees. */
    @Test
    void aTeacherMayRunBesideIt() {
        Network teacher = network(1);
        Network student = network(2);
        float[][] teachers = teacher.logits(inputs());
        Network joint = new JointNetwork(teacher, student);

        assertThat(joint.hasTeacher()).isTrue();
        assertThat(joint.classes()).isEqualTo(CLASSES);
        assertThat(joint.logits(inputs())).isDeepEqualTo(student.logits(inputs()));
        INDArray both = joint.graph().output(inputs().features(0, 1).featureArray())[0];
        assertThat(both.toFloatMatrix()[1])
                .containsExactly(
                        student.logits(inputs())[1][0],
                        student.logits(inputs())[1][1],
                        student.logits(inputs())[1][2],
                        teachers[1][0],
                        teachers[1][1],
                        teachers[1][2]);
    }

    static long count(Network network, String... endings) {
        return network.graph().paramTable().entrySet().stream()
                .filter(parameter -> Arrays.stream(endings).anyMatch(parameter.getKey()::endsWith))
                .mapToLong(parameter ->
                        Objects.requireNonNull(parameter.getValue()).length())
                .sum();
    }

    static Network of(Architecture<Image> architecture, int channels, int side, int classes) {
        return new Network(architecture.build(new InputShape.Images(channels, side, side), classes, new Adam(), 1));
    }
}
