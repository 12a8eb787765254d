package io.github.bkd4j.examples;

import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.loss.BkdLoss;
import io.github.bkd4j.network.Perceptron;
import io.github.bkd4j.network.TeacherStudentGraph;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Teacher and student in one DL4J graph: where instances change at each step, here by noise, the teacher has to see
 * each batch, and its logits cannot be stored. The teacher is frozen; the student is cut out at the end. Prints how
 * often both name the class of new instances. For build and run commands see {@link OwnTsv}.
 */
public final class JointGraph {

    private static final int BATCH = 64;
    private static final int STEPS = 80;
    private static final BkdLoss LOSS = new BkdLoss(2, 1, List.of(0.5, 1.5)); // the second class is rare

    private JointGraph() {}

    /**
     * Runs the program.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        Nd4j.getRandom().setSeed(7);
        ComputationGraph teacher = graph(32, 1);
        for (int step = 0; step < STEPS; step++) {
            INDArray labels = labels(0.5);
            teacher.fit(new INDArray[] {instances(labels)}, new INDArray[] {labels});
        }
        TeacherStudentGraph joint = TeacherStudentGraph.of(teacher, graph(4, 2), LOSS);
        for (int step = 0; step < STEPS; step++) {
            INDArray labels = labels(0.05);
            INDArray instances = instances(labels);
            joint.graph().fit(new INDArray[] {instances, instances}, new INDArray[] {labels});
        }
        INDArray labels = labels(0.5);
        INDArray instances = instances(labels);
        System.out.printf(
                Locale.ROOT,
                "right: teacher %.2f, student %.2f%n",
                right(teacher, instances, labels),
                right(joint.student(), instances, labels));
    }

    private static ComputationGraph graph(int hidden, long seed) {
        return Perceptron.linear(JointGraph::none)
                .withHidden(hidden)
                .build(new InputShape.Vector(2), 2, new Adam(0.03), seed);
    }

    private static Encoder<INDArray> none(List<INDArray> training) {
        throw new UnsupportedOperationException("points are arrays already");
    }

    /** One-hot labels, [batch, 2]; each is the second class with this probability. */
    private static INDArray labels(double share) {
        INDArray second = Nd4j.rand(BATCH, 1).lt(share).castTo(Nd4j.dataType()); // [batch, 1]
        return Nd4j.hstack(second.rsub(1), second);
    }

    /** Points around (1, 0) and (0, 1) with noise, new at each call: [batch, 2]. */
    private static INDArray instances(INDArray labels) {
        return labels.add(Nd4j.randn(BATCH, 2).mul(0.4));
    }

    private static double right(ComputationGraph graph, INDArray instances, INDArray labels) {
        INDArray answers = graph.output(instances)[0].argMax(1); // [batch]
        return answers.eq(labels.argMax(1)).castTo(Nd4j.dataType()).meanNumber().doubleValue();
    }
}
