package io.github.bkd4j.examples;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.input.DenseInputs;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Encoding;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.loss.CrossEntropyLoss;
import io.github.bkd4j.loss.HardLabelLoss;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.objective.HardLabelObjective;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.teacher.Teacher;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;

/** The code of docs/guide/extending.md: a loss, a teacher, an encoder and an architecture. */
final class Extensions {

    private Extensions() {}

    /** Mean absolute error, 1 - p_y: robust to wrong labels (Ghosh et al., AAAI 2017). */
    static final class AbsoluteErrorLoss extends HardLabelLoss {

        private static final long serialVersionUID = 1L;

        @Override
        protected double instance(double[] logits, double[] labels, double[] gradient) {
            double[] p = softmax(logits); // [classes]
            double right = IntStream.range(0, p.length)
                    .mapToDouble(c -> labels[c] * p[c])
                    .sum();
            for (int c = 0; c < p.length; c++) {
                gradient[c] = right * (p[c] - labels[c]); // d(1 - p_y) / d logit c
            }
            return 1 - right;
        }

        @Override
        public String name() {
            return "mean absolute error";
        }
    }

    private static double[] softmax(double[] logits) {
        double largest = Arrays.stream(logits).max().orElse(0);
        double[] exp = Arrays.stream(logits).map(s -> Math.exp(s - largest)).toArray();
        double sum = Arrays.stream(exp).sum();
        return Arrays.stream(exp).map(e -> e / sum).toArray();
    }

    /** The loss in a plan. */
    record AbsoluteError() implements HardLabelObjective {

        @Override
        public String name() {
            return "mae";
        }

        @Override
        public HardLabelLoss loss(ClassCounts counts, boolean reweighted) {
            return new AbsoluteErrorLoss();
        }
    }

    /** A text as its length and its share of digits: two numbers. */
    record Shape() implements Encoding<String>, Encoder<String> {

        @Override
        public Encoder<String> fit(List<String> training) {
            return this; // nothing to learn
        }

        @Override
        public Inputs encode(List<String> texts) {
            return new DenseInputs(texts.stream().map(Shape::vector).toArray(float[][]::new));
        }

        @Override
        public InputShape shape() {
            return new InputShape.Vector(2);
        }

        private static float[] vector(String text) {
            long digits = text.chars().filter(Character::isDigit).count();
            return new float[] {text.length() / 100f, (float) digits / Math.max(1, text.length())};
        }
    }

    /** One hidden layer on the two numbers. */
    record Small() implements Architecture<String> {

        @Override
        public String name() {
            return "small";
        }

        @Override
        public Encoding<String> encoding() {
            return new Shape();
        }

        @Override
        public double learningRate() {
            return 0.01;
        }

        @Override
        public ComputationGraph build(InputShape input, int classes, IUpdater updater, long seed) {
            ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                    .seed(seed)
                    .updater(updater)
                    .graphBuilder()
                    .addInputs("numbers")
                    .addLayer("hidden", new DenseLayer.Builder().nIn(2).nOut(8).build(), "numbers")
                    .addLayer("output", output(classes), "hidden")
                    .setOutputs("output")
                    .build());
            graph.init();
            return graph;
        }

        private static OutputLayer output(int classes) {
            return new OutputLayer.Builder(new CrossEntropyLoss())
                    .nIn(8)
                    .nOut(classes)
                    .activation(Activation.IDENTITY)
                    .build();
        }
    }

    /** Everything together. */
    static Classifier<String> student(Splits<String> splits) {
        Predictor<String> rules = texts -> new Logits(
                splits.train().labels(),
                texts.stream().map(text -> row(text, splits.train().labels())).toArray(float[][]::new));
        Teacher<String> teacher = Teacher.of("rules", rules);

        Objective besideBkd = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999))
                .withHardLabels(new AbsoluteError());

        Classifier<String> student = Distillation.builder(new Small())
                .objective(besideBkd)
                .epochs(2)
                .seed(7)
                .build()
                .distill(teacher, splits);
        return student;
    }

    /** A rule: a class whose name is in the text is 10 times as probable. */
    private static float[] row(String text, List<String> labels) {
        float[] logits = new float[labels.size()]; // [classes]
        for (int c = 0; c < logits.length; c++) {
            logits[c] = text.contains(labels.get(c)) ? (float) Math.log(10) : 0;
        }
        return logits;
    }
}
