package io.github.bkd4j.bench.throughput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.bench.throughput.ThroughputMonitor.Repetition;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.InputShape;
import io.github.bkd4j.io.Threads;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.network.BiLstm;
import io.github.bkd4j.network.CifarResNet;
import io.github.bkd4j.network.Head;
import io.github.bkd4j.network.Network;
import io.github.bkd4j.network.TextArchitecture;
import io.github.bkd4j.network.TextCnn;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Weighting;
import io.github.bkd4j.train.Optimiser;
import io.github.bkd4j.train.Schedule;
import io.github.bkd4j.train.TrainingData;
import io.github.bkd4j.train.TrainingLoop;
import io.github.bkd4j.train.TrainingMonitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Training throughput of the students on the CPU, as rows of JSON. What runs is the library's own training loop: a step
 * is everything from the rows of a batch to the updated parameters.
 */
@Command(name = "throughput", mixinStandardHelpOptions = true, sortOptions = false)
public final class Throughput implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DIMENSION = 100;
    private static final Map<String, TextArchitecture> STUDENTS = Map.of(
            "Bag", bag(),
            "WideBag", bag().withWide(10),
            "TextCnn", TextCnn.small(),
            "BiLstm", new BiLstm(TextEncoding.sequence(), DIMENSION, 128, 0, Head.LINEAR));
    private static final Map<String, Objective> MODES = Map.of(
            "CE",
            Objectives.crossEntropy(),
            "BKD_cached",
            Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999)));

    @Option(names = "--only", description = "rows whose name this pattern finds")
    private Pattern only = Pattern.compile("");

    @Option(names = "--secs", description = "seconds of a repetition")
    private double seconds = 2;

    @Option(names = "--reps", description = "repetitions")
    private int repetitions = 5;

    @Option(names = "--threads", description = "threads that share the work of a step")
    private int threads = 2;

    @Option(names = "--vocab", description = "words that texts are drawn from")
    private int words = 20_000;

    @Option(names = "--rows", description = "embeddings, where there are to be more than words in the texts")
    private int rows;

    @Option(names = "--warm", description = "seconds before the first repetition, for the just-in-time compiler")
    private double warmUp = 8;

    /**
     * Prints a row for each student, batch size and mode.
     *
     * @param arguments {@code --help} prints them
     */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Throughput()).execute(arguments));
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Threads.use(threads);
        Workload workload = new Workload(words, Math.max(words, rows), 1);
        for (int batch : List.of(64, 256)) {
            for (String student : List.of("Bag", "WideBag", "TextCnn", "BiLstm")) {
                for (String mode : List.of("CE", "BKD_cached")) {
                    String name = student + "_b" + batch + "_" + mode;
                    if (only.matcher(name).find()) {
                        ThroughputMonitor watch = new ThroughputMonitor(batch, warmUp, seconds, repetitions);
                        run(student, mode, workload, batch, watch);
                        print(name, batch, mode, watch.repetitions());
                    }
                }
            }
        }
        for (int depth : List.of(8, 32)) {
            for (String mode : List.of("CE", "BKD_cached")) {
                String name = "ResNet" + depth + "_b" + ImageWorkload.BATCH + "_" + mode;
                if (only.matcher(name).find()) {
                    ThroughputMonitor watch = new ThroughputMonitor(ImageWorkload.BATCH, warmUp, seconds, repetitions);
                    runImages(CifarResNet.of(depth), Objects.requireNonNull(MODES.get(mode)), watch);
                    print(name, ImageWorkload.BATCH, mode, watch.repetitions());
                }
            }
        }
        return 0;
    }

    private static BagOfEmbeddings bag() {
        return new BagOfEmbeddings(
                TextEncoding.bagOfNgrams().withWeighting(Weighting.MEAN), DIMENSION, DIMENSION, 0, Head.LINEAR, 0);
    }

    /** Trains until the monitor throws {@link ThroughputMonitor.Done}. */
    static void run(String name, String mode, Workload workload, int batch, TrainingMonitor watch) {
        TextArchitecture student = Objects.requireNonNull(STUDENTS.get(name));
        Objective objective = Objects.requireNonNull(MODES.get(mode));
        Encoder<String> encoder = workload.encoder(student.text());
        TrainingData data =
                new TrainingData(workload.inputs(encoder), workload.classes(), Workload.counts(), workload.teacher());
        Schedule schedule = Schedule.of(Integer.MAX_VALUE).withBatchSize(batch).withLearningRate(1e-3);
        Architecture<String> started =
                student.startedOn(encoder, workload.inputs(encoder), workload.classes(), Workload.CLASSES);
        run(started, encoder.shape(), Workload.CLASSES, new TrainingLoop(data, objective, schedule, 1, watch, null));
    }

    private static void runImages(Architecture<Image> student, Objective objective, ThroughputMonitor watch) {
        ImageWorkload workload = new ImageWorkload(1);
        Encoder<Image> encoder = student.encoding().fit(workload.images());
        Schedule schedule = Schedule.of(Integer.MAX_VALUE)
                .withBatchSize(ImageWorkload.BATCH)
                .withLearningRate(0.1)
                .withOptimiser(Optimiser.nesterov());
        TrainingLoop loop = new TrainingLoop(workload.data(encoder), objective, schedule, 1, watch, null);
        run(student, encoder.shape(), ImageWorkload.CLASSES, loop);
    }

    private static void run(Architecture<?> student, InputShape shape, int classes, TrainingLoop loop) {
        Network network = new Network(student.build(shape, classes, loop.optimiser(), 1));
        try {
            loop.run(network);
        } catch (ThroughputMonitor.Done e) {
            return; // as wanted: there is no other way out of so many epochs
        }
    }

    private void print(String name, int batch, String mode, List<Repetition> repetitions)
            throws JsonProcessingException {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("batch", batch);
        row.put("mode", mode);
        row.put("threads", threads);
        row.put("median", median(repetitions, Repetition::perSecond));
        row.put("min", quantile(repetitions, Repetition::perSecond, 0));
        row.put("max", quantile(repetitions, Repetition::perSecond, 1));
        row.put("per_cpu_s", median(repetitions, Repetition::perCpuSecond));
        row.put("others_cores", median(repetitions, Repetition::othersCores));
        System.out.println(JSON.writeValueAsString(row));
    }

    private static double median(List<Repetition> repetitions, ToDoubleFunction<Repetition> figure) {
        return quantile(repetitions, figure, 0.5);
    }

    private static double quantile(List<Repetition> repetitions, ToDoubleFunction<Repetition> figure, double share) {
        double[] sorted = repetitions.stream().mapToDouble(figure).sorted().toArray();
        double place = share * (sorted.length - 1);
        double between = sorted[(int) place] + sorted[(int) Math.ceil(place)];
        return Math.round(between / 2 * 100) / 100.0;
    }
}
