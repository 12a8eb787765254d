package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.kernel.Threads;
import io.github.bkd4j.loss.Objectives;
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
        boolean file = name.startsWith(LOGITS) || name.startsWith(PROBABILITIES);
        if (!name.equals(TRANSFORMER) && !file && TextNetwork.named(name).isEmpty()) {
            throw new InputException("--teacher must be one of transformer, " + TextNetwork.names()
                    + ", logits:FILE.npy, probabilities:FILE.npy but was '" + name + "'");
        }
        if ((encoderFile == null) != (tokenizerFile == null)) {
            throw new InputException("--encoder and --tokenizer must come together");
        }
        if (encoderFile != null && !name.equals(TRANSFORMER)) {
            throw new InputException("--encoder must come with --teacher transformer but came with '" + name + "'");
        }
        if (folds != 0 && file) {
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

    /** Trains or reads the teacher; a network learns by the schedule of the student's. */
    Taught teach(Splits<String> splits, ScheduleOptions schedule, Trainer trainer) {
        if (name.startsWith(LOGITS)) {
            return ofFile(
                    LogitsFile.ofTexts(Path.of(name.substring(LOGITS.length()))).asLogits());
        }
        if (name.startsWith(PROBABILITIES)) {
            return ofFile(LogitsFile.ofTexts(Path.of(name.substring(PROBABILITIES.length())))
                    .asProbabilities(Temperature.of(softenedAt)));
        }
        return trained(splits, trainer, learner(schedule, splits.validation().size() > 0));
    }

    private Taught ofFile(Teacher<String> teacher) {
        return new Taught(teacher, teacher.name() + " " + softenedAt, 0, OptionalLong.empty(), false);
    }

    private Learner learner(ScheduleOptions schedule, boolean validated) {
        if (name.equals(TRANSFORMER)) {
            SentenceTransformer transformer = transformer();
            return new Learner(transformer.architecture(), transformer.schedule());
        }
        return schedule.learner(TextNetwork.named(name).orElseThrow().asTeacher(), validated);
    }

    private Taught trained(Splits<String> splits, Trainer trainer, Learner learner) {
        String key =
                learner + " seed " + trainer.seed() + " folds " + folds + " of " + Corpus.fingerprint(splits.train());
        if (folds == 0) {
            Training training = trainer.train("teacher", learner, Objectives.crossEntropy());
            return new Taught(
                    Teacher.of(name, training.classifier()),
                    key,
                    training.seconds(),
                    OptionalLong.of(training.classifier().parameters()),
                    true);
        }
        long start = System.nanoTime();
        Function<Splits<String>, Training> fold =
                part -> trainer.on(part).train("teacher of a fold", learner, Objectives.crossEntropy());
        Teacher<String> teacher = InputException.checked(() -> Teacher.crossFitted(
                name, folds, trainer.seed(), part -> fold.apply(part).classifier(), splits));
        teacher.predict(splits.train());
        return new Taught(teacher, key, (System.nanoTime() - start) / 1e9, OptionalLong.empty(), true);
    }
}
