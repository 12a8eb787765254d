package io.github.bkd4j.bench;

import io.github.bkd4j.loss.BkdLoss;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Loss and gradient of one batch: balanced knowledge distillation beside DL4J's own cross-entropy of a softmax. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LossBenchmark {

    /** Batch and classes. */
    @Param({"64x50", "256x150", "256x1000"})
    public String shape = "";

    private final ILossFunction crossEntropy = new LossMCXENT();
    private final IActivation softmax = new ActivationSoftmax();
    private final IActivation identity = new ActivationIdentity();
    private ILossFunction balanced = crossEntropy;
    private INDArray logits = Nd4j.empty();
    private INDArray oneHot = logits;
    private INDArray packed = logits;

    /** Draws logits of student and teacher, and labels. */
    @Setup
    public void draw() {
        int batch = Integer.parseInt(shape.substring(0, shape.indexOf('x')));
        int classes = Integer.parseInt(shape.substring(shape.indexOf('x') + 1));
        logits = Nd4j.randn(batch, classes);
        oneHot = Nd4j.zeros(batch, classes);
        for (int i = 0; i < batch; i++) {
            oneHot.putScalar(i, i % classes, 1);
        }
        packed = Nd4j.hstack(oneHot, Nd4j.randn(batch, classes).muli(3));
        balanced = new BkdLoss(2, 1, Collections.nCopies(classes, 1.0));
    }

    /**
     * DL4J's cross-entropy of a softmax.
     *
     * @return loss and gradient
     */
    @Benchmark
    public Pair<Double, INDArray> mcxent() {
        return crossEntropy.computeGradientAndScore(oneHot, logits.dup(), softmax, null, true);
    }

    /**
     * Balanced knowledge distillation from the teacher's logits.
     *
     * @return loss and gradient
     */
    @Benchmark
    public Pair<Double, INDArray> bkd() {
        return balanced.computeGradientAndScore(packed, logits.dup(), identity, null, true);
    }
}
