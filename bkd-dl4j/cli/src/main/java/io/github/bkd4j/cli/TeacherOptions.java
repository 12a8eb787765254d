package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.io.Sha256;
import io.github.bkd4j.objective.HardLabelObjective;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.teacher.CorpusLogits;
import io.github.bkd4j.teacher.CrossFitted;
import io.github.bkd4j.teacher.LogitsFile;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.transformer.EncoderVectors;
import io.github.bkd4j.transformer.OnnxEncoder;
import io.github.bkd4j.transformer.SentenceEncoder;
import io.github.bkd4j.transformer.SentenceTransformer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who teaches. */
final class TeacherOptions {

    private static final String TRANSFORMER = "transformer";
    private static final String LINEAR = "linear";
    private static final String MODEL = "model:";
    private static final String LOGITS = "logits:";
    private static final String PROBABILITIES = "probabilities:";
    private static final long FOLDS_SEED = 7;

    @Option(
            names = "--teacher",
            paramLabel = "NAME",
            description =
                    "transformer: a pre-trained sentence encoder with a head trained on your labels; knows English. "
                            + "linear: a regression on words, word pairs and parts of words. bag, text-cnn, bilstm: a "
                            + "network trained on your texts alone. Several of these joined by + teach together, by "
                            + "the mean of their probabilities. model:FILE.bkd: a classifier of an earlier run. "
                            + "logits:FILE.npy or probabilities:FILE.npy: what another model says of each training "
                            + "text, [texts, classes], with the classes, one a line, in FILE.npy.labels. Default "
                            + "${DEFAULT-VALUE}.")
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
            description = "The temperature of the softmax that probabilities come from, > 0; default ${DEFAULT-VALUE}.")
    private double softenedAt = 1;

    @Option(
            names = "--cross-fit",
            paramLabel = "FOLDS",
            description = "Let a teacher that has not seen a text speak about it: the teacher is trained once for "
                    + "each fold, >= 2; 0 for one teacher of all texts. Default ${DEFAULT-VALUE}.")
    private int folds = 0;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where the encoder's vectors are kept, so that each text is embedded once; 'none' keeps "
                    + "nothing. Default ${DEFAULT-VALUE}.")
    private String cache = Cache.usual();

    /** Refuses what can be known to be wrong before a text is read. */
    void check() {
        if (isTrained()) {
            members().forEach(TeacherOptions::check);
        }
        if ((encoderFile == null) != (tokenizerFile == null)) {
            throw new InputException("--encoder and --tokenizer must come together");
        }
        if (encoderFile != null && !hasEncoder()) {
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

    private static void check(String member) {
        if (!List.of(TRANSFORMER, LINEAR).contains(member)
                && TextNetwork.named(member).isEmpty()) {
            throw new InputException("--teacher must be one of transformer, linear, " + TextNetwork.names()
                    + ", some of these joined by +, model:FILE.bkd, logits:FILE.npy, probabilities:FILE.npy but was '"
                    + member + "'");
        }
    }

    String name() {
        return name;
    }

    /** Those who teach together. */
    private List<String> members() {
        return List.of(name.split("\\+", -1));
    }

    /** Whether a sentence encoder is among them, whose vectors a student could start from. */
    boolean hasEncoder() {
        return isTrained() && members().contains(TRANSFORMER);
    }

    /** Where results may be kept; empty for nowhere. */
    Optional<Path> cache() {
        return Cache.of(cache);
    }

    /** The vectors of words that the teacher's encoder has; empty for a teacher without one. */
    Optional<EncoderVectors> vectors() {
        return hasEncoder() ? Optional.of(transformer().vectors()) : Optional.empty();
    }

    private SentenceTransformer transformer() {
        OnnxEncoder encoder = encoderFile == null || tokenizerFile == null
                ? SentenceEncoder.miniLm()
                : SentenceEncoder.of(encoderFile, tokenizerFile);
        SentenceTransformer transformer = SentenceTransformer.of(encoder);
        return cache().map(folder -> transformer.cachedIn(folder.resolve("vectors")))
                .orElse(transformer);
    }

    /** Whether the teacher is trained here, and not read from a file. */
    boolean isTrained() {
        return Stream.of(MODEL, LOGITS, PROBABILITIES).noneMatch(name::startsWith);
    }

    /** The trainings that a run may have, by name. */
    List<String> trainings() {
        return Stream.of(Teachers.PLAIN, Teachers.ADJUSTED)
                .flatMap(objective -> members().stream().map(member -> training(member, objective)))
                .toList();
    }

    private String training(String member, HardLabelObjective objective) {
        return members().size() == 1 ? system(objective) : system(objective) + "-" + member;
    }

    private static String system(HardLabelObjective objective) {
        return objective.equals(Teachers.PLAIN) ? "teacher" : "teacher-la";
    }

    /** Reads the teacher, or trains it when it is asked for; a network learns by the schedule of the student's. */
    Teachers teachers(ScheduleOptions schedule, Trainer trainer) {
        if (!isTrained()) {
            Taught read = read(trainer.splits().train());
            return new Teachers(objective -> read);
        }
        return new Teachers(objective -> trained(trainer, schedule, objective));
    }

    private Taught read(Corpus<String> training) {
        Path file = Path.of(name.substring(name.indexOf(':') + 1));
        if (name.startsWith(MODEL)) {
            Classifier<String> model = TextClassifier.load(file);
            return Taught.of(
                    "teacher", Teacher.of("model", model), training, key(file), 0, OptionalLong.of(model.parameters()));
        }
        CorpusLogits<String> said = name.startsWith(LOGITS)
                ? LogitsFile.ofTexts(file).asLogits()
                : LogitsFile.ofTexts(file).asProbabilities(Temperature.of(softenedAt));
        return new Taught("teacher", said, Optional.empty(), key(file), 0, OptionalLong.empty());
    }

    /** What lies under a name may be another teacher tomorrow. */
    private String key(Path file) {
        return name + " " + softenedAt + " " + Sha256.of(file);
    }

    private Taught trained(Trainer trainer, ScheduleOptions schedule, HardLabelObjective objective) {
        long start = System.nanoTime();
        Splits<String> splits = trainer.splits();
        TeacherRecipe recipe = recipe(schedule, splits.validation().size() > 0, objective);
        String key = recipe + " seed " + trainer.seed() + " folds " + folds + " of "
                + splits.train().fingerprint();
        if (folds == 0) {
            Teacher<String> teacher = Teacher.of(name, recipe.train(trainer));
            OptionalLong parameters = teacher.classifier().stream()
                    .mapToLong(Classifier::parameters)
                    .findFirst();
            return Taught.of(system(objective), teacher, splits.train(), key, secondsSince(start), parameters);
        }
        CrossFitted<String> crossFitted = InputException.checked(
                () -> CrossFitted.of(name, folds, FOLDS_SEED, part -> recipe.train(trainer.on(part)), splits));
        crossFitted.about(splits.train());
        return new Taught(
                system(objective),
                crossFitted,
                Optional.of(crossFitted.mean().remembering()),
                key,
                secondsSince(start),
                OptionalLong.empty());
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private TeacherRecipe recipe(ScheduleOptions schedule, boolean validated, HardLabelObjective objective) {
        List<TeacherRecipe> recipes = members().stream()
                .map(member -> recipe(member, schedule, validated, objective))
                .toList();
        return recipes.size() == 1 ? recipes.get(0) : TeacherRecipe.mean(recipes);
    }

    private TeacherRecipe recipe(
            String member, ScheduleOptions schedule, boolean validated, HardLabelObjective objective) {
        return member.equals(LINEAR)
                ? TeacherRecipe.linear(objective)
                : TeacherRecipe.network(
                        training(member, objective), learner(member, schedule, validated, objective), objective);
    }

    private Learner learner(String member, ScheduleOptions schedule, boolean validated, HardLabelObjective objective) {
        if (member.equals(TRANSFORMER)) {
            SentenceTransformer plain = transformer();
            SentenceTransformer head = objective.equals(Teachers.PLAIN) ? plain : plain.logitAdjusted();
            return new Learner(head.architecture(), head.schedule());
        }
        return schedule.learner(TextNetwork.named(member).orElseThrow().asTeacher(), validated);
    }
}
