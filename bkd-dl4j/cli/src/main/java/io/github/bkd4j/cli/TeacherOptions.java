package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.kernel.Threads;
import io.github.bkd4j.loss.HardLabelObjective;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.teacher.LogitsFile;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.transformer.EncoderVectors;
import io.github.bkd4j.transformer.OnnxEncoder;
import io.github.bkd4j.transformer.SentenceEncoder;
import io.github.bkd4j.transformer.SentenceTransformer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who teaches. */
final class TeacherOptions {

    private static final String TRANSFORMER = "transformer";
    private static final String LOGITS = "logits:";
    private static final String PROBABILITIES = "probabilities:";
    private static final long FOLDS_SEED = 7;

    @Option(
            names = "--teacher",
            paramLabel = "NAME",
            description =
                    "transformer: a pre-trained sentence encoder with a head trained on your labels; knows English. "
                            + "bag, text-cnn, bilstm: a network trained on your texts alone. logits:FILE.npy or "
                            + "probabilities:FILE.npy: what another model says of each training text, [texts, "
                            + "classes], with the classes, one a line, in FILE.npy.labels. Default ${DEFAULT-VALUE}.")
    private String name = TRANSFORMER;

    @Option(
            names = "--encoder",
            paramLabel = "FILE.onnx",
            description = "Another sentence encoder for the transformer; with --tokenizer.")
    private @Nullable Path encoderFile;

    @Option(names = "--tokenizer", paramLabel = "FILE.json", description = "The tokenizer.json that belongs to it.")
    private @Nullable Path tokenizerFile;

    @Option(
            names = "--softened-at",
            paramLabel = "T0",
            description = "The temperature of the softmax that probabilities come from; default ${DEFAULT-VALUE}.")
    private double softenedAt = 1;

    @Option(
            names = "--cross-fit",
            paramLabel = "FOLDS",
            description = "Let a teacher that has not seen a text speak about it: the teacher is trained once for "
                    + "each fold; 0 for one teacher of all texts. Default ${DEFAULT-VALUE}.")
    private int folds = 0;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where the encoder's vectors are kept, so that each text is embedded once; 'none' keeps "
                    + "nothing. Default ${DEFAULT-VALUE}.")
    private String cache = Cache.usual();

    /** Refuses what can be known to be wrong before a text is read. */
    void check() {
        if (!name.equals(TRANSFORMER) && isTrained() && TextNetwork.named(name).isEmpty()) {
            throw new InputException("--teacher must be one of transformer, " + TextNetwork.names()
                    + ", logits:FILE.npy, probabilities:FILE.npy but was '" + name + "'");
        }
        if ((encoderFile == null) != (tokenizerFile == null)) {
            throw new InputException("--encoder and --tokenizer must come together");
        }
        if (encoderFile != null && !name.equals(TRANSFORMER)) {
            throw new InputException("--encoder must come with --teacher transformer but came with '" + name + "'");
        }
        if (folds < 0 || folds == 1) {
            throw new InputException("--cross-fit must be 0 or >= 2 but was " + folds);
        }
        if (folds > 0 && !isTrained()) {
            throw new InputException(
                    "--cross-fit must come with a teacher that is trained but came with '" + name + "'");
        }
        InputException.checked(() -> Temperature.of(softenedAt));
    }

    String name() {
        return name;
    }

    /** Where results may be kept; empty for nowhere. */
    Optional<Path> cache() {
        return Cache.of(cache);
    }

    /** The vectors of words that the teacher's encoder has; empty for a teacher without one. */
    Optional<EncoderVectors> vectors() {
        return name.equals(TRANSFORMER) ? Optional.of(transformer().vectors()) : Optional.empty();
    }

    private SentenceTransformer transformer() {
        OnnxEncoder encoder = encoderFile == null || tokenizerFile == null
                ? SentenceEncoder.miniLm()
                : SentenceEncoder.of(encoderFile, tokenizerFile);
        SentenceTransformer transformer = SentenceTransformer.of(encoder.withThreads(Threads.count()));
        return cache().map(folder -> transformer.cachedIn(folder.resolve("vectors")))
                .orElse(transformer);
    }

    /** Whether the teacher is trained here, and not read from a file. */
    boolean isTrained() {
        return !name.startsWith(LOGITS) && !name.startsWith(PROBABILITIES);
    }

    /** Reads the teacher, or trains it when it is asked for; a network learns by the schedule of the student's. */
    Teachers teachers(Splits<String> splits, ScheduleOptions schedule, Trainer trainer) {
        if (!isTrained()) {
            Taught read = new Taught("teacher", fromFile(), name + " " + softenedAt, 0, OptionalLong.empty(), false);
            return new Teachers(objective -> read);
        }
        return new Teachers(objective -> trained(splits, trainer, schedule, objective));
    }

    private Teacher<String> fromFile() {
        Path file = Path.of(name.substring(name.indexOf(':') + 1));
        return name.startsWith(LOGITS)
                ? LogitsFile.ofTexts(file).asLogits()
                : LogitsFile.ofTexts(file).asProbabilities(Temperature.of(softenedAt));
    }

    private Taught trained(
            Splits<String> splits, Trainer trainer, ScheduleOptions schedule, HardLabelObjective objective) {
        Learner learner = learner(schedule, splits.validation().size() > 0, objective);
        String system = objective.equals(Teachers.PLAIN) ? "teacher" : "teacher-la";
        String key = learner + " " + objective + " seed " + trainer.seed() + " folds " + folds + " of "
                + Corpus.fingerprint(splits.train());
        if (folds > 0) {
            return crossFitted(system, key, splits, part -> trainer.on(part).train(system, learner, objective));
        }
        Training training = trainer.train(system, learner, objective);
        return new Taught(
                system,
                Teacher.of(name, training.classifier()),
                key,
                training.seconds(),
                OptionalLong.of(training.classifier().parameters()),
                true);
    }

    private Learner learner(ScheduleOptions schedule, boolean validated, HardLabelObjective objective) {
        if (name.equals(TRANSFORMER)) {
            SentenceTransformer plain = transformer();
            SentenceTransformer head = objective.equals(Teachers.PLAIN) ? plain : plain.logitAdjusted();
            return new Learner(head.architecture(), head.schedule());
        }
        return schedule.learner(TextNetwork.named(name).orElseThrow().asTeacher(), validated);
    }

    private Taught crossFitted(
            String system, String key, Splits<String> splits, Function<Splits<String>, Training> training) {
        long start = System.nanoTime();
        Teacher<String> teacher = InputException.checked(() -> Teacher.crossFitted(
                name, folds, FOLDS_SEED, part -> training.apply(part).classifier(), splits));
        teacher.predict(splits.train());
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Taught(system, teacher, key, seconds, OptionalLong.empty(), true);
    }
}
