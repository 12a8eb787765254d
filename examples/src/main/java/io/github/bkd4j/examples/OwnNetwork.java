package io.github.bkd4j.examples;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.loss.BkdLoss;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * The loss alone, in a plain DL4J network: an output layer with identity activation, and labels that hold the teacher's
 * logits beside the one-hot labels. Prints the loss before and after training, and the logits of teacher and student
 * for an instance between the classes: the balanced student favours the rare class. From the root:
 *
 * <pre>{@code
 * mvn -q -DskipTests -pl examples -am package
 * java -cp "examples/target/classes:$(cat examples/target/dependencies.classpath)" io.github.bkd4j.examples.OwnNetwork
 * }</pre>
 */
public final class OwnNetwork {

    private OwnNetwork() {}

    /**
     * Runs the program.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        ClassCounts counts = new ClassCounts(List.of("common", "rare"), List.of(900L, 100L));
        double[] weights = ClassWeights.effectiveNumber(0.9999).weights(counts); // [classes]
        MultiLayerNetwork student =
                student(new BkdLoss(2, 1, Arrays.stream(weights).boxed().toList()));

        INDArray features =
                Nd4j.create(new float[][] {{1, 0}, {0.8f, 0.3f}, {0.4f, 0.6f}, {0, 1}}); // [batch, features]
        INDArray oneHot = Nd4j.create(new float[][] {{1, 0}, {1, 0}, {1, 0}, {0, 1}}); // [batch, classes]
        INDArray teacher = Nd4j.create(new float[][] {{4, -4}, {3, -3}, {1, -1}, {-1, 1}}); // [batch, classes], logits
        DataSet batch = new DataSet(features, Nd4j.hstack(oneHot, teacher)); // labels [batch, 2 classes]

        double before = student.score(batch);
        for (int step = 0; step < 500; step++) {
            student.fit(batch);
        }
        System.out.printf(Locale.ROOT, "loss %.3f before training, %.3f after%n", before, student.score(batch));
        System.out.println(
                "logits of instance 2: teacher " + row(teacher, 2) + ", student " + row(student.output(features), 2));
    }

    private static MultiLayerNetwork student(BkdLoss loss) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(7)
                .updater(new Adam(0.01))
                .activation(Activation.RELU)
                .list()
                .layer(new DenseLayer.Builder().nIn(2).nOut(8).build())
                .layer(new OutputLayer.Builder(loss)
                        .nIn(8)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
        network.init();
        return network;
    }

    private static String row(INDArray logits, int instance) {
        return Arrays.toString(logits.getRow(instance).toFloatVector());
    }
}
