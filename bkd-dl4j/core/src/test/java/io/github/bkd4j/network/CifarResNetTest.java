package io.github.bkd4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.image.Augmentation;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.image.ImageEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CifarResNetTest extends ImageArchitectureContract {

    @Override
    Architecture<Image> architecture() {
        return CifarResNet.of(8);
    }

    /** He et al., table 6: 0.27 M, 0.46 M. They do not count the running means and variances, which DL4J does. */
    @ParameterizedTest
    @CsvSource({"8, 75290", "20, 269722", "32, 464154"})
    void parametersAreAsPublished(int depth, long published) {
        Network network = of(CifarResNet.of(depth), 3, 32, 10);
        assertThat(network.parameters() - count(network, "_mean", "_var")).isEqualTo(published);
        assertThat(count(network, "_mean")).isEqualTo(16 * (1 + (depth - 2) / 3) + (32 + 64) * ((depth - 2) / 3));
    }

    /** See resnet8_torch.py beside the file of logits. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theForwardPassIsPyTorchs(boolean training) throws IOException {
        ComputationGraph graph = of(architecture(), 3, 32, 10).graph();
        int tensor = 0;
        for (Layer layer : graph.getLayers()) {
            tensor = setNumbers(layer, tensor);
        }
        INDArray images = Nd4j.create(numbers(1000, 3 * 3 * 32 * 32, 1.5, 0), new long[] {3, 3, 32, 32}, 'c');

        float[][] logits = graph.output(training, images)[0].toFloatMatrix();

        JsonNode expected = expected(training ? "training" : "evaluation");
        for (int i = 0; i < 3; i++) {
            for (int c = 0; c < 10; c++) {
                assertThat(logits[i][c])
                        .isCloseTo((float) expected.get(i).get(c).asDouble(), within(1e-4f));
            }
        }
    }

    private static int setNumbers(Layer layer, int tensor) {
        if (layer.numParams() == 0) {
            return tensor;
        }
        if (layer instanceof RunningConvolution) {
            INDArray weights = layer.getParam("W");
            double fan = weights.length() / (double) weights.size(0);
            set(layer, "W", numbers(tensor, weights.length(), 0.8 / Math.sqrt(fan), 0));
            return tensor + 1;
        }
        if (layer instanceof RunningBatchNorm) {
            long channels = layer.getParam("gamma").length();
            set(layer, "gamma", numbers(tensor, channels, 0.3, 1));
            set(layer, "beta", numbers(tensor + 1, channels, 0.2, 0));
            set(layer, "mean", numbers(tensor + 2, channels, 0.1, 0));
            set(layer, "var", numbers(tensor + 3, channels, 0.2, 0.8));
            return tensor + 4;
        }
        INDArray weights = layer.getParam("W"); // [64, 10]; PyTorch's is [10, 64]
        weights.assign(Nd4j.create(numbers(tensor, weights.length(), 0.1, 0), new long[] {10, 64}, 'c')
                .transpose());
        set(layer, "b", numbers(tensor + 1, 10, 0.1, 0));
        return tensor + 2;
    }

    private static void set(Layer layer, String parameter, float[] numbers) {
        INDArray array = layer.getParam(parameter);
        array.assign(Nd4j.create(numbers, array.shape(), 'c'));
    }

    private static float[] numbers(int tensor, long length, double scale, double shift) {
        float[] numbers = new float[(int) length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (scale * Math.sin(0.37 * i + tensor) + shift);
        }
        return numbers;
    }

    private static JsonNode expected(String mode) throws IOException {
        try (InputStream in = CifarResNetTest.class.getResourceAsStream("/network/resnet8-torch.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in)).get(mode);
        }
    }

    /** He's: a deviation of sqrt(2 / (channels * 9)). */
    @Test
    void weightsAreDrawnAsHeSays() {
        double[] weights = of(CifarResNet.of(8), 3, 32, 10)
                .graph()
                .getLayer("stage3-block1-b-convolution")
                .getParam("W")
                .dup('c')
                .data()
                .asDouble();
        double variance = Arrays.stream(weights).map(w -> w * w).average().orElseThrow();
        assertThat(variance).isCloseTo(2.0 / (64 * 9), within(1e-4));
    }

    @Test
    void anImageOfAnySizeIsTaken() {
        float[][] logits = IntStream.of(28, 15)
                .mapToObj(side -> of(CifarResNet.of(8), 1, side, 4)
                        .graph()
                        .output(Nd4j.rand(2, 1, side, side))[0]
                        .toFloatMatrix()[1])
                .toArray(float[][]::new);
        assertThat(logits[0]).hasSize(4);
        assertThat(logits[1]).hasSize(4);
    }

    @Test
    void theSettings() {
        ImageEncoding moved = new ImageEncoding(Augmentation.CROP_AND_FLIP);
        assertThat(CifarResNet.of(20).withEncoding(moved).withHead(Head.COSINE))
                .isEqualTo(new CifarResNet(20, moved, Head.COSINE));
        assertThat(CifarResNet.of(20).name()).isEqualTo("resnet-20");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9, -4})
    void anotherDepthIsRefused(int depth) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CifarResNet.of(depth))
                .withMessage("depth must be 6 n + 2 with n >= 1 but was " + depth);
    }
}
