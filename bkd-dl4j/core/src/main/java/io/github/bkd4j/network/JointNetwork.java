package io.github.bkd4j.network;

import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.loss.JointLoss;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A student that is trained beside a frozen teacher, both in one graph, so that the teacher sees the batches that the
 * student sees: augmented images. Its classes and logits are the student's.
 */
public final class JointNetwork extends Network {

    private final TeacherStudentGraph joint;

    /**
     * Wires copies of both.
     *
     * @param teacher takes the same input as the student; not changed
     * @param student not changed
     * @throws IllegalArgumentException if they cannot be wired into one graph: see {@link TeacherStudentGraph}
     */
    public JointNetwork(Network teacher, Network student) {
        this(TeacherStudentGraph.sharingInput(teacher.graph(), student.graph()));
    }

    private JointNetwork(TeacherStudentGraph joint) {
        super(joint.graph());
        this.joint = joint;
    }

    @Override
    public boolean hasTeacher() {
        return true;
    }

    @Override
    public Network alone() {
        return new Network(joint.student());
    }

    @Override
    public int classes() {
        return alone().classes();
    }

    @Override
    public void trainUnder(ILossFunction loss, UnaryOperator<float[]> beside) {
        LossLayer layer = (LossLayer) graph().getLayer(output()).conf().getLayer();
        layer.setLossFn(new JointLoss(loss, beside));
    }

    @Override
    public float[][] logits(Inputs inputs) {
        return alone().logits(inputs);
    }

    /** The student in its present state, without the optimiser's. */
    @Override
    public Network copy() {
        return alone();
    }
}
