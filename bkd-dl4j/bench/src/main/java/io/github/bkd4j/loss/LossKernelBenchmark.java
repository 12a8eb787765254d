package io.github.bkd4j.loss;

import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
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

/**
 * Gradient and scores of balanced distillation by each kernel; in the losses' package, where the kernels are. Sampled,
 * for the fastest call (p0.00) says most on a machine with other work.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class LossKernelBenchmark {

    /** Batch and classes. */
    @Param({"64x50", "256x150", "256x1000", "256x4000"})
    public String shape = "";

    private INDArray logits = Nd4j.empty();
    private INDArray packed = logits;
    private LogitLoss loss = new CrossEntropyLoss();

    /** Draws logits of student and teacher, and labels. */
    @Setup
    public void draw() {
        int batch = Integer.parseInt(shape.substring(0, shape.indexOf('x')));
        int classes = Integer.parseInt(shape.substring(shape.indexOf('x') + 1));
        logits = Nd4j.randn(batch, classes);
        INDArray oneHot = Nd4j.zeros(batch, classes);
        for (int i = 0; i < batch; i++) {
            oneHot.putScalar(i, i % classes, 1);
        }
        packed = Nd4j.hstack(oneHot, Nd4j.randn(batch, classes).muli(3));
        loss = new BkdLoss(2, 1, Collections.nCopies(classes, 1.0));
    }

    /**
     * Plain Java arrays.
     *
     * @return scores and gradient
     */
    @Benchmark
    public Object[] java() {
        return outcome(new JavaLossBatch(loss, packed, logits, null));
    }

    /**
     * ND4J's operations.
     *
     * @return scores and gradient
     */
    @Benchmark
    public Object[] nd4j() {
        return outcome(new Nd4jLossBatch(loss, packed, logits, null));
    }

    private static Object[] outcome(LossBatch batch) {
        return new Object[] {batch.scores(), batch.gradient()};
    }
}
