package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.TextArchitecture;
import io.github.bkd4j.study.MultiLabelTeacher;
import io.github.bkd4j.study.TeacherObjective;
import io.github.bkd4j.study.TeacherRecipe;
import io.github.bkd4j.study.Trial;
import io.github.bkd4j.study.TrialStore;
import io.github.bkd4j.transformer.EncoderVectors;
import io.github.bkd4j.transformer.SentenceTransformer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the teacher. */
final class TeacherOptions {

    private static final String TRANSFORMER = TransformerTeacher.NAME;
    private static final String LINEAR = "linear";
    private static final long FOLDS_SEED = 7;

    @Option(
            names = "--teacher",
            paramLabel = "NAME",
            converter = Name.class,
            description = "transformer: a pretrained English sentence encoder with a head trained on your labels. "
                    + "linear: a logistic regression on words, word pairs and character n-grams. bag, "
                    + "text-cnn, bilstm: a network trained on your texts alone. Several of these joined by + "
                    + "form an ensemble, the mean of their probabilities. model:FILE.bkd: a classifier of an "
                    + "earlier run. logits:FILE.npy or probabilities:FILE.npy: the predictions of another "
                    + "model for each training text, [texts, classes], with the classes, one per line, in "
                    + "FILE.npy.labels. Default ${DEFAULT-VALUE}.")
    private String name = TRANSFORMER;

    @Option(
            names = EncoderOption.OPTION,
            paramLabel = "NAME",
            converter = EncoderOption.Value.class,
            description = "The sentence encoder of the transformer: minilm, bge-small or e5-small in 8 bits, the same "
                    + "with -float, or FILE.onnx[tokenizer=FILE.json]; in the brackets also pooling=mean or first, "
                    + "prefix=TEXT, long-texts=cut or windows, max-tokens=N. Several joined by + have their vectors "
                    + "side by side; +ngrams adds hashed words and parts of words. minilm takes a fifth of the time "
                    + "of the default, " + EncoderOption.DEFAULT + ", and is not as good.")
    private @Nullable String encoder;

    @Option(
            names = "--l2",
            paramLabel = "R",
            description = "L2 regularisation of the transformer's head, >= 0; cv: chosen by cross-validation on the "
                    + "training texts; none: a head without, trained for few epochs. Default cv.")
    private @Nullable String l2;

    @Option(
            names = LabelNames.OPTION,
            paramLabel = "FILE",
            converter = LabelNames.Value.class,
            description = "Names or descriptions of the labels (label<TAB>name, one per line, several per label "
                    + "allowed) that the transformer's head learns from as from one text more per label, unless "
                    + "cross-validation says that it does not help; labels: the labels themselves, such as "
                    + "card_arrival; none: no names. By default labels where they read like words.")
    private @Nullable String labelNames;

    @Option(
            names = "--softened-at",
            paramLabel = "T0",
            description = "The temperature of the softmax that probabilities come from, > 0; default ${DEFAULT-VALUE}.")
    private double softenedAt = 1;

    @Option(
            names = "--cross-fit",
            paramLabel = "FOLDS",
            description = "Predict each training text with a teacher that was not trained on it: one teacher is "
                    + "trained per fold, >= 2; 0 for one teacher on all texts. Default ${DEFAULT-VALUE}.")
    private int folds = 0;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            converter = Cache.Folder.class,
            description = "Folder for the encoder's vectors and finished runs, so that each text is embedded only "
                    + "once; 'none' keeps nothing. Default ${DEFAULT-VALUE}.")
    private String cache = Cache.usual();

    private @Nullable TransformerTeacher transformer; // made of the options once

    /** Checks everything that can be checked before texts are read. */
    void check() {
        if (isTrained()) {
            members().forEach(TeacherOptions::check);
        }
        transformer().check(hasEncoder(), name);
        if (folds < 0 || folds == 1) {
            throw new InputException("--cross-fit", "must be 0 or >= 2 but was " + folds);
        }
        if (folds > 0 && !isTrained()) {
            throw new InputException(
                    "--cross-fit", "must come with a teacher that is trained but came with '" + name + "'");
        }
        InputException.checked("--softened-at", () -> Temperature.of(softenedAt));
        if (!isTrained()) {
            given().check();
        }
        if (hasEncoder() || !cache.equals(Cache.usual())) {
            requireStore();
        }
    }

    /** Refuses a cache that cannot be written, where finished runs are kept. */
    void requireStore() {
        cache().ifPresent(Cache::requireWritable);
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

    /** The members of the ensemble, or the one teacher. */
    private List<String> members() {
        return List.of(name.split("\\+", -1));
    }

    /** Whether a member has a sentence encoder, whose vectors can initialise a student. */
    boolean hasEncoder() {
        return isTrained() && members().contains(TRANSFORMER);
    }

    private TransformerTeacher transformer() {
        if (transformer == null) {
            transformer = new TransformerTeacher(encoder, l2, labelNames, cache());
        }
        return transformer;
    }

    private Optional<Path> cache() {
        return Cache.of(cache);
    }

    /**
     * The store of finished trials. It covers the versions of the transformer module and the command, which results
     * depend on too.
     */
    TrialStore store() {
        return cache().map(folder -> TrialStore.in(folder.resolve("runs"), SentenceTransformer.class, Bkd.class))
                .orElse(TrialStore.none());
    }

    /** The word vectors of the teacher's encoder; empty for a teacher without one. */
    Optional<EncoderVectors> vectors() {
        return hasEncoder() ? Optional.of(transformer().vectors()) : Optional.empty();
    }

    /** Whether the teacher is trained in this run, not read from a file. */
    boolean isTrained() {
        return GivenTeacher.kind(name).isEmpty();
    }

    /** Refuses a teacher that cannot be scored on the texts that it learns from. */
    void requireScorable() {
        if (!isTrained()) {
            throw new InputException(
                    "--score", "must come with a teacher that is trained but came with '" + name + "'");
        }
        if (folds > 0) {
            throw new InputException("--score must come without --cross-fit: its folds are those of --folds");
        }
    }

    /** Refuses a teacher that has logits of the training texts only. */
    void requireAnswersAll(String option) {
        if (!isTrained()) {
            given().requireAnswersAll(option);
        }
    }

    private GivenTeacher given() {
        return new GivenTeacher(name, softenedAt);
    }

    /** The names of all teacher trainings that a run may have. */
    List<String> trainings() {
        return Arrays.stream(TeacherObjective.values())
                .flatMap(objective -> members().stream().map(member -> training(member, objective)))
                .toList();
    }

    private String training(String member, TeacherObjective objective) {
        return members().size() == 1 ? objective.system() : objective.system() + "-" + member;
    }

    /** Reads the teacher, or returns how to train it; a network is trained with the student's schedule options. */
    TeacherRecipe recipe(ScheduleOptions schedule, boolean validated, Corpus<String> training) {
        if (!isTrained()) {
            return given().recipe();
        }
        requireFolds(training.size());
        List<TeacherRecipe> members = members().stream()
                .map(member -> recipe(member, schedule, validated, training))
                .toList();
        TeacherRecipe whole = members.size() == 1 ? members.get(0) : TeacherRecipe.ensemble(name, members);
        return folds == 0 ? whole : whole.crossFitted(folds, FOLDS_SEED);
    }

    private void requireFolds(int texts) {
        if (folds > texts) {
            throw new InputException(
                    "--cross-fit", "must be at most the training texts, " + texts + ", but was " + folds);
        }
    }

    /** The teacher of texts with sets of labels; a regression and ensembles are refused. */
    MultiLabelTeacher labelSets(ScheduleOptions schedule, MultiLabelCorpus<String> training) {
        if (!isTrained()) {
            return given().labelSets();
        }
        requireFolds(training.size());
        MultiLabelTeacher whole = trainedOnLabelSets(schedule, training.labels());
        return folds == 0 ? whole : whole.crossFitted(folds, FOLDS_SEED);
    }

    private MultiLabelTeacher trainedOnLabelSets(ScheduleOptions schedule, List<String> labels) {
        if (name.equals(TRANSFORMER)) {
            return transformer().labelSets(labels);
        }
        TextArchitecture network = TextNetwork.named(name)
                .map(TextNetwork::asTeacher)
                .orElseThrow(() -> new InputException(
                        "--teacher",
                        "must be one of transformer, " + TextNetwork.names() + ", model:FILE.bkd, logits:FILE.npy, "
                                + "probabilities:FILE.npy for texts with sets of labels but was '" + name + "'"));
        return MultiLabelTeacher.network(name, network, schedule.schedule(network, false));
    }

    private TeacherRecipe recipe(String member, ScheduleOptions schedule, boolean validated, Corpus<String> training) {
        return switch (member) {
            case LINEAR -> TeacherRecipe.linear();
            case TRANSFORMER -> transformer().recipe(objective -> training(member, objective), training);
            default -> TeacherRecipe.network(member, objective -> trial(member, objective, schedule, validated));
        };
    }

    private Trial trial(String member, TeacherObjective objective, ScheduleOptions schedule, boolean validated) {
        Architecture<String> network = TextNetwork.named(member).orElseThrow().asTeacher();
        return Trial.ofTeacher(training(member, objective), objective, network, schedule.schedule(network, validated));
    }

    /** Converts the name of a teacher to train, or a file to read one from. */
    static final class Name implements PathValue {

        @Override
        public String resolved(Path folder, String value) {
            return GivenTeacher.kind(value)
                    .filter(kind -> value.length() > kind.length())
                    .map(kind -> kind + folder.resolve(value.substring(kind.length())))
                    .orElse(value);
        }
    }
}
