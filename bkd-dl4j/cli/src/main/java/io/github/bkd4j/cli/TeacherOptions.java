package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.study.TeacherObjective;
import io.github.bkd4j.study.TeacherRecipe;
import io.github.bkd4j.study.Trial;
import io.github.bkd4j.study.TrialStore;
import io.github.bkd4j.teacher.LogitsFile;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.transformer.EncoderVectors;
import io.github.bkd4j.transformer.OnnxEncoder;
import io.github.bkd4j.transformer.SentenceEncoder;
import io.github.bkd4j.transformer.SentenceTransformer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
            converter = Name.class,
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
            converter = Cache.Folder.class,
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
            throw new InputException("--encoder", "must come with --teacher transformer but came with '" + name + "'");
        }
        if (folds < 0 || folds == 1) {
            throw new InputException("--cross-fit", "must be 0 or >= 2 but was " + folds);
        }
        if (folds > 0 && !isTrained()) {
            throw new InputException(
                    "--cross-fit", "must come with a teacher that is trained but came with '" + name + "'");
        }
        InputException.checked("--softened-at", () -> Temperature.of(softenedAt));
    }

    private static void check(String member) {
        if (!List.of(TRANSFORMER, LINEAR).contains(member)
                && TextNetwork.named(member).isEmpty()) {
            throw new InputException(
                    "--teacher",
                    "must be one of transformer, linear, " + TextNetwork.names()
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

    private Optional<Path> cache() {
        return Cache.of(cache);
    }

    /** Where finished trials are kept: the transformer computes results too. */
    TrialStore store() {
        return cache().map(folder -> TrialStore.in(folder.resolve("runs"), SentenceTransformer.class, Bkd.class))
                .orElse(TrialStore.none());
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

    /** Refuses a teacher that knows the training texts alone. */
    void requireAnswersAll() {
        if (!isTrained() && !name.startsWith(MODEL)) {
            throw new InputException("--unlabelled and --augment must come with a teacher that can be asked, but "
                    + LOGITS + file().getFileName() + " answers for the training texts alone");
        }
    }

    private Path file() {
        return Path.of(name.substring(name.indexOf(':') + 1));
    }

    /** The trainings that a run may have, by name. */
    List<String> trainings() {
        return Arrays.stream(TeacherObjective.values())
                .flatMap(objective -> members().stream().map(member -> training(member, objective)))
                .toList();
    }

    private String training(String member, TeacherObjective objective) {
        return members().size() == 1 ? objective.system() : objective.system() + "-" + member;
    }

    /** Reads the teacher, or says how it is trained; a network learns by the schedule of the student's. */
    TeacherRecipe recipe(ScheduleOptions schedule, boolean validated, Corpus<String> training) {
        if (!isTrained()) {
            return read(file());
        }
        if (folds > training.size()) {
            throw new InputException(
                    "--cross-fit", "must be at most the training texts, " + training.size() + ", but was " + folds);
        }
        List<TeacherRecipe> members = members().stream()
                .map(member -> recipe(member, schedule, validated))
                .toList();
        TeacherRecipe whole = members.size() == 1 ? members.get(0) : TeacherRecipe.ensemble(name, members);
        return folds == 0 ? whole : whole.crossFitted(folds, FOLDS_SEED);
    }

    private TeacherRecipe read(Path file) {
        if (name.startsWith(MODEL)) {
            Teacher<String> model = Teacher.of("model", TextClassifier.load(file));
            return TeacherRecipe.given(model, Fingerprint.of().withFile("model", file));
        }
        LogitsFile<String> table = LogitsFile.ofTexts(file);
        Fingerprint content = Fingerprint.of().withFile("table", file).withFile("labels", table.labels());
        return name.startsWith(LOGITS)
                ? TeacherRecipe.given(table.asLogits(), content)
                : TeacherRecipe.given(
                        table.asProbabilities(Temperature.of(softenedAt)), content.with("softened at", softenedAt));
    }

    private TeacherRecipe recipe(String member, ScheduleOptions schedule, boolean validated) {
        return member.equals(LINEAR)
                ? TeacherRecipe.linear()
                : TeacherRecipe.network(member, objective -> trial(member, objective, schedule, validated));
    }

    private Trial trial(String member, TeacherObjective objective, ScheduleOptions schedule, boolean validated) {
        String training = training(member, objective);
        if (member.equals(TRANSFORMER)) {
            return trial(training, transformer(), objective);
        }
        Architecture<String> network = TextNetwork.named(member).orElseThrow().asTeacher();
        return Trial.ofTeacher(training, objective, network, schedule.schedule(network, validated));
    }

    /** The head of a sentence encoder. */
    static Trial trial(String training, SentenceTransformer plain, TeacherObjective objective) {
        SentenceTransformer head = objective == TeacherObjective.LOGIT_ADJUSTED ? plain.logitAdjusted() : plain;
        return Trial.ofTeacher(training, objective, head.architecture(), head.schedule());
    }

    /** A file of a teacher's, or the name of one that is trained. */
    static final class Name implements PathValue {

        @Override
        public String resolved(Path folder, String value) {
            return Stream.of(MODEL, LOGITS, PROBABILITIES)
                    .filter(kind -> value.startsWith(kind) && value.length() > kind.length())
                    .findFirst()
                    .map(kind -> kind + folder.resolve(value.substring(kind.length())))
                    .orElse(value);
        }
    }
}
