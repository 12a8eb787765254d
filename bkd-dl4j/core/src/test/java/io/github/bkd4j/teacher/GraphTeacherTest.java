package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Features;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class GraphTeacherTest extends TeacherContract {

    private static final int WIDTH = 16;

    @TempDir
    Path folder;

    @Override
    Teacher<String> teacher() {
        return teacher(graph(Activation.IDENTITY));
    }

    private static Teacher<String> teacher(ComputationGraph graph) {
        return Teacher.of("mine", new Letters(), graph, CORPUS.labels());
    }

    private static ComputationGraph graph(Activation activation) {
        return graph(4, activation, LossFunction.MSE);
    }

    private static ComputationGraph graph(int outputs, Activation activation, LossFunction loss) {
        return initialised(builder()
                .addLayer(
                        "out",
                        new OutputLayer.Builder(loss)
                                .nOut(outputs)
                                .activation(activation)
                                .build(),
                        "in")
                .setOutputs("out"));
    }

    private static GraphBuilder builder() {
        return new NeuralNetConfiguration.Builder()
                .seed(7)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.feedForward(WIDTH));
    }

    private static ComputationGraph initialised(GraphBuilder builder) {
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        return graph;
    }

    @Test
    void aGraphOfLogitsTeachesItsOutput() {
        ComputationGraph graph = graph(Activation.IDENTITY);
        Logits logits = teacher(graph).predict(CORPUS.instances());

        float[][] outputs = outputs(graph);

        for (int row = 0; row < CORPUS.size(); row++) {
            assertThat(logits.row(row)).containsExactly(outputs[row], within(1e-5f));
        }
    }

    @Test
    void aGraphOfProbabilitiesTeachesTheirLogarithm() {
        ComputationGraph graph = graph(4, Activation.SOFTMAX, LossFunction.MCXENT);
        Logits logits = teacher(graph).predict(CORPUS.instances());
        float[][] probabilities = outputs(graph);

        for (int row = 0; row < CORPUS.size(); row++) {
            for (int c = 0; c < 4; c++) {
                assertThat(logits.row(row)[c]).isCloseTo((float) Math.log(probabilities[row][c]), within(1e-5f));
                assertThat(logits.probabilities(row)[c]).isCloseTo(probabilities[row][c], within(1e-6));
            }
        }
    }

    @Test
    void aProbabilityOfZeroIsFloored() {
        ComputationGraph graph = graph(4, Activation.SOFTMAX, LossFunction.MCXENT);
        graph.setParam("out_b", Nd4j.createFromArray(new float[][] {{0, 0, 0, -1000}}));

        Logits logits = teacher(graph).predict(CORPUS.instances());

        assertThat(logits.row(0)[3]).isEqualTo((float) Math.log(1e-12));
    }

    @Test
    void aSavedGraphTeachesAsBefore() throws IOException {
        ComputationGraph graph = graph(Activation.IDENTITY);
        Path file = folder.resolve("graph.zip");
        graph.save(file.toFile());

        ComputationGraph loaded = ComputationGraph.load(file.toFile(), false);

        assertSame(teacher(loaded).predict(CORPUS.instances()), teacher(graph).predict(CORPUS.instances()));
    }

    private static float[][] outputs(ComputationGraph graph) {
        Inputs inputs = new Letters().encode(CORPUS.instances());
        float[][] outputs = new float[CORPUS.size()][];
        for (int row = 0; row < outputs.length; row++) {
            outputs[row] = graph.output(inputs.features(row).featureArray())[0].toFloatMatrix()[0];
        }
        return outputs;
    }

    @Test
    void anotherActivationIsRefused() {
        ComputationGraph graph = graph(Activation.RELU);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> teacher(graph))
                .withMessage("output of the graph must be a layer of identity or softmax activation but had relu");
    }

    @Test
    void anOutputThatIsNoLayerIsRefused() {
        ComputationGraph graph = initialised(
                builder().addVertex("scaled", new ScaleVertex(2), "in").setOutputs("scaled"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> teacher(graph))
                .withMessage("output of the graph must be a layer of identity or softmax activation but was scaled");
    }

    @Test
    void twoOutputsAreRefused() {
        OutputLayer layer = new OutputLayer.Builder(LossFunction.MSE)
                .nOut(4)
                .activation(Activation.IDENTITY)
                .build();
        ComputationGraph graph = initialised(builder()
                .addLayer("one", layer, "in")
                .addLayer("two", layer.clone(), "in")
                .setOutputs("one", "two"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> teacher(graph))
                .withMessage("graph must have one output but had [one, two]");
    }

    @Test
    void anotherNumberOfClassesIsRefused() {
        Teacher<String> teacher = teacher(graph(3, Activation.IDENTITY, LossFunction.MSE));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> teacher.predict(CORPUS.instances()))
                .withMessage("output of the graph must be [batch, 4] but was [18, 3]");
    }

    /** Somebody's own encoder: how often each letter occurs, by its code modulo {@link #WIDTH}. */
    private static final class Letters implements Encoder<String> {

        @Override
        public Inputs encode(List<String> texts) {
            return new Inputs() {
                @Override
                public int size() {
                    return texts.size();
                }

                @Override
                public int length(int row) {
                    return 1;
                }

                @Override
                public Features features(int... rows) {
                    INDArray counts = Nd4j.zeros(rows.length, WIDTH);
                    for (int i = 0; i < rows.length; i++) {
                        int row = i;
                        texts.get(rows[i]).chars().forEach(letter -> add(counts, row, letter % WIDTH));
                    }
                    return new Features(List.of(counts), List.of());
                }
            };
        }

        private static void add(INDArray counts, int row, int column) {
            counts.putScalar(row, column, counts.getDouble(row, column) + 1);
        }

        @Override
        public InputShape shape() {
            return new InputShape.WeightedTokens(WIDTH);
        }
    }
}
