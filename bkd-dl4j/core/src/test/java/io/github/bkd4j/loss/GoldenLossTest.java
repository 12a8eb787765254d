package io.github.bkd4j.loss;

import static io.github.bkd4j.loss.Arrays2d.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The losses against values and gradients made elsewhere. The system property {@code bkd.golden} names a further file
 * of the same layout.
 */
class GoldenLossTest {

    /** The formula is a reading of an abstract, unverified: no truth to agree with. */
    private static final Set<String> LEFT_OUT = Set.of("LTKD");

    private static final double EXACT = 1e-10;

    /**
     * The float32 column is one draw of the rounding error, now and then 0; it is not asked to be below this: five
     * units in the last place of a float near 1, less than the largest entry of the column.
     */
    private static final double FLOAT = 5 * Math.ulp(1f);

    private static List<GoldenResult> all() throws IOException {
        List<GoldenResult> results = new ArrayList<>(GoldenResult.ofTheProject());
        String further = System.getProperty("bkd.golden");
        if (further != null) {
            results.addAll(GoldenResult.read(Path.of(further)));
        }
        results.removeIf(result -> LEFT_OUT.contains(result.lossName()));
        return results;
    }

    static Stream<GoldenResult> results() throws IOException {
        return all().stream().filter(golden -> !refused(golden));
    }

    static Stream<GoldenResult> refusedResults() throws IOException {
        return all().stream().filter(GoldenLossTest::refused);
    }

    /** DKD of 2 classes is given there, without its second term. */
    private static boolean refused(GoldenResult golden) {
        return golden.lossName().equals("DKD") && golden.weights().size() < 3;
    }

    static Stream<GoldenResult> named(String... names) throws IOException {
        return results().filter(golden -> List.of(names).contains(golden.lossName()));
    }

    static Stream<GoldenResult> distillations() throws IOException {
        return named("KD", "BKD");
    }

    static Stream<GoldenResult> decoupled() throws IOException {
        return named("DKD");
    }

    /** What the golden names and parameters stand for; a name that nobody has placed fails. */
    private static LogitLoss loss(GoldenResult golden) {
        @Nullable List<Double> weights = golden.weighted() ? golden.weights() : null;
        return switch (golden.lossName()) {
            case "CE" -> new CrossEntropyLoss(weights);
            case "LabelSmoothingCE" -> new LabelSmoothingLoss(golden.parameter("eps"));
            case "Focal" -> new FocalLoss(golden.parameter("gamma"), weights);
            case "CBFocalSoftmax" -> new ClassBalancedFocalLoss(golden.parameter("gamma"), golden.weights());
            case "CBFocalSigmoid" -> new ClassBalancedSigmoidFocalLoss(golden.parameter("gamma"), golden.weights());
            case "LDAM" -> new LdamLoss(golden.counts(), golden.parameter("max_m"), golden.parameter("s"), weights);
            case "LogitAdjustment" -> new LogitAdjustedLoss(golden.counts(), golden.parameter("tau"));
            case "BalancedSoftmax" -> new LogitAdjustedLoss(golden.counts(), 1);
            case "KD" -> new KdLoss(golden.parameter("T"), golden.parameter("alpha"), new CrossEntropyLoss(weights));
            case "BKD" ->
                new BkdLoss(
                        golden.parameter("T"), golden.parameter("alpha"), weights == null ? equal(golden) : weights);
            case "DKD" -> decoupled(golden, golden.parameter("alpha"), golden.parameter("beta"));
            default -> throw new AssertionError("unknown loss_name " + golden.lossName());
        };
    }

    /** The golden one is the distillation alone. */
    private static LogitLoss decoupled(GoldenResult golden, double alpha, double beta) {
        return new DkdLoss(golden.parameter("T"), alpha, beta, new NoHardLabels());
    }

    private static List<Double> equal(GoldenResult golden) {
        return golden.weights().stream().map(weight -> 1.0).toList();
    }

    private static INDArray labels(GoldenResult golden, LogitLoss loss, DataType type) {
        INDArray labels = golden.labels(type);
        return loss.needsTeacher() ? Arrays2d.packed(labels, golden.teacher(type)) : labels;
    }

    @Test
    void everyLossOfTheProjectIsAmongTheResults() throws IOException {
        assertThat(results())
                .hasSizeGreaterThanOrEqualTo(934)
                .extracting(result -> result.lossName() + " " + result.weighted())
                .contains("CE false", "CE true", "KD false", "KD true", "BKD false", "BKD true")
                .contains("Focal false", "Focal true", "CBFocalSoftmax true", "CBFocalSigmoid true")
                .contains("LDAM false", "LDAM true", "BalancedSoftmax false", "LogitAdjustment false")
                .contains("LabelSmoothingCE false", "DKD false");
    }

    @Test
    void anUnknownNameFails() throws IOException {
        GoldenResult unknown = new GoldenResult(
                all().get(0).batch(), new ObjectMapper().readTree("{\"loss_name\": \"XKD\", \"weighted\": false}"));

        assertThatThrownBy(() -> loss(unknown))
                .isInstanceOf(AssertionError.class)
                .hasMessage("unknown loss_name XKD");
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyKernelAgreesInDouble(GoldenResult golden) {
        LogitLoss loss = loss(golden);
        INDArray logits = golden.logits(DataType.DOUBLE);
        INDArray labels = labels(golden, loss, DataType.DOUBLE);

        for (LossKernel kernel : LossKernel.of(loss)) {
            LossBatch batch = kernel.run(loss, labels, logits, null);
            assertClose(batch.mean().total(), golden.loss(), EXACT);
            assertClose(DoubleStream.of(batch.scores()).sum() / batch.size(), golden.loss(), EXACT);
            assertClose(batch.gradient().div(batch.size()), golden.gradient(), EXACT);
        }
    }

    /** Logits and labels are floats, the arithmetic between is double, the gradient is floats again. */
    @ParameterizedTest
    @MethodSource("results")
    void everyKernelAgreesInFloat(GoldenResult golden) {
        LogitLoss loss = loss(golden);
        INDArray logits = golden.logits(DataType.FLOAT);
        INDArray labels = labels(golden, loss, DataType.FLOAT);
        double scoreColumn = golden.floatError() / Math.max(1, Math.abs(golden.loss())) + EXACT;
        double gradientColumn = Math.max(golden.floatGradientError() + EXACT, FLOAT) + moved(golden, loss);

        for (LossKernel kernel : LossKernel.of(loss)) {
            LossBatch batch = kernel.run(loss, labels, logits, null);
            INDArray gradient = batch.gradient();
            assertThat(gradient.dataType()).isEqualTo(DataType.FLOAT);
            assertClose(batch.mean().total(), golden.loss(), Math.max(scoreColumn, FLOAT));
            assertClose(gradient.castTo(DataType.DOUBLE).div(batch.size()), golden.gradient(), gradientColumn);
        }
    }

    @Test
    void mostResultsAreOfLossesWithBothKernels() throws IOException {
        assertThat(results().filter(golden -> LossKernel.of(loss(golden)).size() == 2))
                .hasSizeGreaterThan(450)
                .extracting(GoldenResult::lossName)
                .contains("CE", "LabelSmoothingCE", "LDAM", "LogitAdjustment", "BalancedSoftmax", "KD", "BKD");
    }

    /** How far the gradient itself goes when the logits are rounded to floats: steep losses on large logits feel it. */
    private static double moved(GoldenResult golden, LogitLoss loss) {
        INDArray logits = golden.logits(DataType.FLOAT).castTo(DataType.DOUBLE);
        INDArray labels = labels(golden, loss, DataType.FLOAT).castTo(DataType.DOUBLE);
        return gradient(loss, labels, logits)
                .sub(golden.gradient())
                .amaxNumber()
                .doubleValue();
    }

    @ParameterizedTest
    @MethodSource("distillations")
    void termsAreTheCrossEntropyAndTheDivergence(GoldenResult golden) {
        LogitLoss loss = loss(golden);
        double temperature = golden.parameter("T");
        double distillation = golden.parameter("alpha") * temperature * temperature * golden.divergence();

        LossTerms terms = loss.terms(labels(golden, loss, DataType.DOUBLE), golden.logits(DataType.DOUBLE));

        assertClose(terms.distillation(), distillation, EXACT);
        assertClose(terms.hard(), golden.loss() - distillation, EXACT);
    }

    @ParameterizedTest
    @MethodSource("distillations")
    void theCachedFormAgreesInDouble(GoldenResult golden) {
        DistillationLoss loss = (DistillationLoss) loss(golden);
        INDArray logits = golden.logits(DataType.DOUBLE);
        INDArray labels = cachedLabels(golden, loss, DataType.DOUBLE);

        assertClose(score(loss.cached(), labels, logits), golden.loss(), EXACT);
        assertClose(gradient(loss.cached(), labels, logits), golden.gradient(), EXACT);
    }

    /**
     * Beside the packed form of the same floats. Soft targets kept as floats sum to 1 but for their rounding, which the
     * divergence's factor multiplies.
     */
    @ParameterizedTest
    @MethodSource("distillations")
    void theCachedFormAgreesInFloat(GoldenResult golden) {
        DistillationLoss loss = (DistillationLoss) loss(golden);
        INDArray logits = golden.logits(DataType.FLOAT);
        INDArray packed = labels(golden, loss, DataType.FLOAT);
        INDArray labels = cachedLabels(golden, loss, DataType.FLOAT);
        double factor = loss.alpha() * loss.temperature() * loss.temperature();

        assertClose(
                score(loss.cached(), labels, logits),
                score(loss, packed, logits),
                Math.max(FLOAT, factor * Math.ulp(1f)));
        assertClose(gradient(loss.cached(), labels, logits), gradient(loss, packed, logits), FLOAT);
    }

    @ParameterizedTest
    @MethodSource("decoupled")
    void theDecoupledTermsAgree(GoldenResult golden) {
        INDArray logits = golden.logits(DataType.DOUBLE);
        LogitLoss target = decoupled(golden, 1, 0);
        LogitLoss others = decoupled(golden, 0, 1);
        INDArray labels = labels(golden, target, DataType.DOUBLE);

        assertClose(target.terms(labels, logits).distillation(), golden.term("tckd"), EXACT);
        assertClose(others.terms(labels, logits).distillation(), golden.term("nckd"), EXACT);
    }

    @ParameterizedTest
    @MethodSource("decoupled")
    void decoupledDistillationStandsBesideTheCrossEntropy(GoldenResult golden) {
        CrossEntropyLoss hard = new CrossEntropyLoss();
        LogitLoss loss = new DkdLoss(golden.parameter("T"), golden.parameter("alpha"), golden.parameter("beta"), hard);
        INDArray logits = golden.logits(DataType.DOUBLE);
        INDArray labels = labels(golden, loss, DataType.DOUBLE);
        INDArray hardGradient = gradient(hard, golden.labels(DataType.DOUBLE), logits);

        assertClose(loss.terms(labels, logits).distillation(), golden.loss(), EXACT);
        assertClose(gradient(loss, labels, logits).sub(hardGradient), golden.gradient(), EXACT);
    }

    @ParameterizedTest
    @MethodSource("refusedResults")
    void decoupledDistillationOfTwoClassesIsRefused(GoldenResult golden) {
        LogitLoss loss = loss(golden);
        INDArray labels = labels(golden, loss, DataType.DOUBLE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.terms(labels, golden.logits(DataType.DOUBLE)))
                .withMessage("decoupled knowledge distillation must have at least 3 classes but had 2");
    }

    private static INDArray cachedLabels(GoldenResult golden, DistillationLoss loss, DataType type) {
        return Arrays2d.packed(golden.labels(type), Arrays2d.beside(loss, golden.teacher(type)));
    }

    private static double score(LogitLoss loss, INDArray labels, INDArray logits) {
        return loss.computeScore(labels, logits, new ActivationIdentity(), null, true);
    }

    /** The mean, as the golden one is: DL4J divides by the size of the batch later. */
    private static INDArray gradient(LogitLoss loss, INDArray labels, INDArray logits) {
        INDArray sum = loss.computeGradient(labels, logits, new ActivationIdentity(), null);
        assertThat(sum.dataType()).isEqualTo(logits.dataType());
        return sum.castTo(DataType.DOUBLE).div(logits.size(0));
    }
}
