package io.github.bkd4j.loss;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The value and gradient of one loss on one batch, computed elsewhere; means over the batch.
 *
 * @param batch logits, targets, class weights
 * @param result name and parameters of the loss, its value and gradient
 */
record GoldenResult(JsonNode batch, JsonNode result) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Results of the file that comes with the tests; where they are from is said in it. */
    static List<GoldenResult> ofTheProject() throws IOException {
        try (InputStream in = GoldenResult.class.getResourceAsStream("/loss/golden-losses.json")) {
            return all(JSON.readTree(Objects.requireNonNull(in)));
        }
    }

    static List<GoldenResult> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return all(JSON.readTree(in));
        }
    }

    private static List<GoldenResult> all(JsonNode file) {
        List<GoldenResult> all = new ArrayList<>();
        for (JsonNode batch : file.required("cases")) {
            for (JsonNode result : batch.required("results")) {
                all.add(new GoldenResult(batch, result));
            }
        }
        return all;
    }

    String lossName() {
        return result.required("loss_name").asText();
    }

    boolean weighted() {
        return result.required("weighted").asBoolean();
    }

    double parameter(String name) {
        return result.required("params").required(name).asDouble();
    }

    List<Double> weights() {
        return List.of(JSON.convertValue(batch.required("weights"), Double[].class));
    }

    /** Training instances of each class. */
    List<Long> counts() {
        return List.of(JSON.convertValue(batch.required("counts"), Long[].class));
    }

    /** A part of the loss, T^2 included. */
    double term(String name) {
        return result.required(name).asDouble();
    }

    /** The student's logits, [batch, classes]. */
    INDArray logits(DataType type) {
        return matrix(batch.required("student")).castTo(type);
    }

    /** One-hot labels, [batch, classes]. */
    INDArray labels(DataType type) {
        int[] targets = JSON.convertValue(batch.required("targets"), int[].class);
        return Arrays2d.oneHot(targets, batch.required("C").asInt()).castTo(type);
    }

    /** The teacher's logits, [batch, classes]. */
    INDArray teacher(DataType type) {
        return matrix(batch.required("teacher")).castTo(type);
    }

    double loss() {
        return result.required("loss").asDouble();
    }

    /** [batch, classes]. */
    INDArray gradient() {
        return matrix(result.required("grad"));
    }

    /** Mean over the batch of KL(q || p); without T^2. */
    double divergence() {
        double sum = 0;
        for (JsonNode term : result.required("kd_vector")) {
            sum += term.asDouble();
        }
        return sum;
    }

    /** How far off the same code was in single precision; 0 where that is not given. */
    double floatError() {
        return Math.abs(result.path("float32").path("loss").asDouble(loss()) - loss());
    }

    /** How far off an entry of the gradient was in single precision; 0 where that is not given. */
    double floatGradientError() {
        return result.path("float32").path("max_abs_grad_diff").asDouble(0);
    }

    private static INDArray matrix(JsonNode rows) {
        return Nd4j.createFromArray(JSON.convertValue(rows, double[][].class));
    }

    @Override
    public String toString() {
        return lossName() + (weighted() ? " weighted " : " ") + result.required("params") + " on "
                + batch.required("id").asText();
    }
}
