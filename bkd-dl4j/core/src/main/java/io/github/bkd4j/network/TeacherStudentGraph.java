package io.github.bkd4j.network;

import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.loss.JointLoss;
import io.github.bkd4j.loss.KdLoss;
import io.github.bkd4j.loss.LogitLoss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;

/**
 * A frozen teacher and a student joined into one graph, for training on augmented images, where the teacher must see
 * every batch. Where instances do not change, predict with the teacher once instead: it is much faster and gives the
 * same student.
 *
 * <p>The graph's inputs are the teacher's, then the student's; its labels are one-hot, {@code [batch, classes]}; its
 * output is {@code [batch, 2 classes]}, the student's logits beside the teacher's. Every vertex of the teacher is
 * frozen: its parameters do not change, its dropout is off, and it has no optimiser state.
 */
public final class TeacherStudentGraph {

    private static final String TEACHER = "teacher-";
    private static final String STUDENT = "student-";
    private static final String LOGITS = "logits";
    private static final String OUTPUT = "output";

    private final ComputationGraph original;
    private final ComputationGraph joint;

    private TeacherStudentGraph(ComputationGraph original, ComputationGraph joint) {
        this.original = original;
        this.joint = joint;
    }

    /**
     * Joins copies of both; the arguments are not changed.
     *
     * @param teacher with one linear output layer of logits
     * @param student with one linear output layer of logits, as many as the teacher's
     * @param loss a loss on the student's logits, with labels packed with the teacher's logits
     * @return the joint graph, with the parameters of both
     * @throws IllegalArgumentException if an output layer is not linear, or they differ in the number of classes
     */
    public static TeacherStudentGraph of(ComputationGraph teacher, ComputationGraph student, LogitLoss loss) {
        return wire(teacher, student, new JointLoss(loss), List.of());
    }

    /** Joins copies of both on the same input; the loss is set later. */
    static TeacherStudentGraph sharingInput(ComputationGraph teacher, ComputationGraph student) {
        List<String> inputs = student.getConfiguration().getNetworkInputs();
        List<String> teachers = teacher.getConfiguration().getNetworkInputs();
        if (!teachers.equals(inputs)) {
            throw new IllegalArgumentException(
                    "teacher must have the input of the student, " + inputs + ", but had " + teachers);
        }
        return wire(teacher, student, new JointLoss(new KdLoss(1, 1)), inputs);
    }

    private static TeacherStudentGraph wire(
            ComputationGraph teacher, ComputationGraph student, JointLoss loss, List<String> shared) {
        requireSameClasses(head(teacher), head(student));
        GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .dataType(student.getConfiguration().getDataType())
                .seed(student.getConfiguration().getDefaultConfiguration().getSeed()) // else DL4J's default, the clock
                .graphBuilder();
        List<String> inputs = new ArrayList<>(shared);
        add(teacher, TEACHER, true, builder, inputs);
        add(student, STUDENT, false, builder, inputs);
        LossLayer output =
                new LossLayer.Builder(loss).activation(Activation.IDENTITY).build();
        ComputationGraph joint = new ComputationGraph(builder.addInputs(inputs)
                .addVertex(LOGITS, new MergeVertex(), STUDENT + outputName(student), TEACHER + outputName(teacher))
                .addLayer(OUTPUT, output, LOGITS)
                .setOutputs(OUTPUT)
                .build());
        joint.init();
        copyParams(teacher, TEACHER, joint);
        copyParams(student, STUDENT, joint);
        return new TeacherStudentGraph(student, joint);
    }

    private static void requireSameClasses(OutputLayer teacher, OutputLayer student) {
        if (teacher.getNOut() != student.getNOut()) {
            throw new IllegalArgumentException("teacher and student must have the same classes but had "
                    + teacher.getNOut() + " and " + student.getNOut());
        }
    }

    private static String outputName(ComputationGraph graph) {
        return graph.getConfiguration().getNetworkOutputs().get(0);
    }

    private static OutputLayer head(ComputationGraph graph) {
        Object layer = graph.getLayer(outputName(graph)).conf().getLayer();
        if (layer.getClass() != OutputLayer.class) {
            throw new IllegalArgumentException("a joint graph must have linear output layers but had "
                    + layer.getClass().getSimpleName());
        }
        return (OutputLayer) layer;
    }

    /** Adds all vertices of a graph with a name prefix; its output layer becomes a dense layer. */
    private static void add(
            ComputationGraph graph, String prefix, boolean frozen, GraphBuilder builder, List<String> inputs) {
        ComputationGraphConfiguration configuration = graph.getConfiguration();
        List<String> own = new ArrayList<>(configuration.getNetworkInputs());
        own.removeAll(inputs);
        own.forEach(name -> inputs.add(prefix + name));
        configuration.getVertices().forEach((name, vertex) -> {
            String[] from = Objects.requireNonNull(
                            configuration.getVertexInputs().get(name))
                    .stream()
                    .map(input -> inputs.contains(input) ? input : prefix + input)
                    .toArray(String[]::new);
            if (vertex instanceof LayerVertex layerVertex) {
                addLayer(layerVertex, prefix + name, frozen, builder, from);
            } else {
                GraphVertex copy = vertex.clone();
                builder.addVertex(prefix + name, frozen ? new FrozenVertex(copy) : copy, from);
            }
        });
    }

    private static void addLayer(LayerVertex vertex, String name, boolean frozen, GraphBuilder builder, String[] from) {
        org.deeplearning4j.nn.conf.layers.Layer layer =
                vertex.getLayerConf().getLayer().clone();
        if (layer instanceof OutputLayer output) {
            layer = dense(output);
        }
        layer.setLayerName(name);
        builder.addLayer(name, frozen ? new FrozenLayer(layer) : layer, vertex.getPreProcessor(), from);
    }

    private static DenseLayer dense(OutputLayer output) {
        DenseLayer dense = new DenseLayer.Builder()
                .nIn(output.getNIn())
                .nOut(output.getNOut())
                .activation(Activation.IDENTITY)
                .updater(output.getIUpdater())
                .weightInit(output.getWeightInitFn())
                .build();
        dense.setIDropout(output.getIDropout());
        dense.setRegularization(output.getRegularization());
        return dense;
    }

    /**
     * The graph to train: fit it on the teacher's inputs, then the student's, and one-hot labels. If it has text
     * vertices, add a {@link RowSparseAdam} to its listeners.
     *
     * @return the live graph, not a copy
     */
    public ComputationGraph graph() {
        return joint;
    }

    /**
     * Extracts the student.
     *
     * @return an independent graph with the student's structure and the current parameters; its logits are
     *     bit-identical to those of the joint graph
     */
    public ComputationGraph student() {
        ComputationGraph student = original.clone();
        for (Layer layer : student.getLayers()) {
            setParams(layer, joint.getLayer(STUDENT + nameOf(layer)));
        }
        Map<String, TextVertex> trained = new Network(joint).texts();
        new Network(student)
                .texts()
                .forEach((name, vertex) ->
                        vertex.restore(Objects.requireNonNull(trained.get(STUDENT + name)).parameters().stream()
                                .map(ParameterTable::copy)
                                .toList()));
        return student;
    }

    private static void copyParams(ComputationGraph part, String prefix, ComputationGraph joint) {
        for (Layer layer : part.getLayers()) {
            setParams(joint.getLayer(prefix + nameOf(layer)), layer);
        }
    }

    private static void setParams(Layer to, Layer from) {
        if (from.numParams() > 0) {
            to.setParams(from.params().dup());
        }
    }

    private static String nameOf(Layer layer) {
        return layer.conf().getLayer().getLayerName();
    }
}
