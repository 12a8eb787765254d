package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The losses on label sets against values and gradients of {@code bench/golden_label_set_losses.py}. */
class GoldenLabelSetLossTest {

    private static final double EXACT = 1e-10;

    /** A result beside the batch that it is of. */
    record Golden(JsonNode batch, JsonNode result) {

        String name() {
            return result.get("loss_name").asText();
        }

        double parameter(String name) {
            return Objects.requireNonNull(result.get("params").get(name), name).asDouble();
        }

        @Nullable List<Double> weights(String name) {
            JsonNode weights = result.get("params").get(name);
            return weights == null ? null : numbers(weights);
        }

        List<Long> counts() {
            return numbers(batch.get("counts")).stream().map(Double::longValue).toList();
        }

        INDArray array(String name) {
            return matrix(batch.get(name));
        }

        @Override
        public String toString() {
            return name() + result.get("params") + " seed " + batch.get("seed");
        }
    }

    private static List<Double> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
    }

    private static INDArray matrix(JsonNode rows) {
        return Nd4j.createFromArray(StreamSupport.stream(rows.spliterator(), false)
                .map(row -> numbers(row).stream().mapToDouble(value -> value).toArray())
                .toArray(double[][]::new));
    }

    static Stream<Golden> results() throws IOException {
        try (InputStream in = GoldenLabelSetLossTest.class.getResourceAsStream("/loss/golden-label-set-losses.json")) {
            List<Golden> all = new ArrayList<>();
            for (JsonNode batch : new ObjectMapper().readTree(in).get("cases")) {
                batch.get("results").forEach(result -> all.add(new Golden(batch, result)));
            }
            return all.stream();
        }
    }

    private static LogitLoss loss(Golden golden) {
        List<Long> counts = golden.counts();
        long instances = golden.batch().get("instances").asLong();
        return switch (golden.name()) {
            case "BCE" -> new BinaryCrossEntropyLoss(golden.weights("present"), golden.weights("absent"));
            case "Focal" -> new BinaryFocalLoss(golden.parameter("gamma"));
            case "CBFocal" -> new BinaryFocalLoss(golden.parameter("gamma"), golden.weights("weights"));
            case "Asymmetric" ->
                new AsymmetricLoss(golden.parameter("present"), golden.parameter("absent"), golden.parameter("margin"));
            case "LogitAdjustment" -> new BinaryLogitAdjustedLoss(counts, instances, golden.parameter("tau"));
            case "DistributionBalanced" ->
                new DistributionBalancedLoss(
                        counts,
                        instances,
                        golden.parameter("gamma"),
                        golden.parameter("mu"),
                        golden.parameter("kappa"),
                        golden.parameter("lambda"));
            case "BKD" ->
                new BinaryBkdLoss(
                        golden.parameter("temperature"),
                        golden.parameter("alpha"),
                        golden.parameter("tempering"),
                        ratios(counts, instances, golden.parameter("beta")),
                        new BinaryCrossEntropyLoss());
            default -> throw new AssertionError("unknown loss_name " + golden.name());
        };
    }

    private static List<Double> ratios(List<Long> counts, long instances, double beta) {
        return counts.stream()
                .map(n -> {
                    double present = n;
                    double absent = instances - n;
                    return (1 - Math.pow(beta, absent)) / (1 - Math.pow(beta, present));
                })
                .toList();
    }

    @Test
    void everyLossIsAmongTheResults() throws IOException {
        assertThat(results())
                .hasSizeGreaterThanOrEqualTo(3 * 19)
                .extracting(Golden::name)
                .contains("BCE", "Focal", "CBFocal", "Asymmetric", "LogitAdjustment", "DistributionBalanced", "BKD");
    }

    @ParameterizedTest
    @MethodSource("results")
    void lossAndGradientAgree(Golden golden) {
        LogitLoss loss = loss(golden);
        INDArray logits = golden.array("student");
        INDArray sets = golden.array("labels");
        INDArray labels = loss.needsTeacher() ? Arrays2d.packed(sets, golden.array("teacher")) : sets;
        INDArray gradient = loss.computeGradient(labels, logits, new ActivationIdentity(), null);

        assertClose(
                loss.terms(labels, logits).total(), golden.result().get("loss").asDouble(), EXACT);
        assertClose(gradient.div(logits.size(0)), matrix(golden.result().get("grad")), EXACT);
    }
}
