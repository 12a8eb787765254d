package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Columns;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.SoftTargetBudget;
import io.github.bkd4j.network.Head;
import io.github.bkd4j.network.Pretrained;
import io.github.bkd4j.network.TextArchitecture;
import io.github.bkd4j.study.TeacherWorth;
import io.github.bkd4j.text.TokenVectors;
import io.github.bkd4j.text.Tokenizer;
import io.github.bkd4j.text.WordVectors;
import io.github.bkd4j.transfer.TransferTexts;
import io.github.bkd4j.transfer.WordNeighbours;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is trained, and what it knows before it is. */
final class StudentOptions {

    private static final String TEACHER = "teacher";
    private static final String NONE = "none";
    private static final double TRANSFER = 5; // texts per training text
    private static final int TRANSFER_TEXTS = 30_000; // of them at most, unless asked for
    private static final int LEAST_TRANSFER = 50; // training texts from which the teacher can be scored
    private static final int MOST_TRANSFER = 100; // texts per training text
    private static final int LEXICON = 20_000; // words of a file that enter the vocabulary

    @Option(
            names = "--student",
            paramLabel = "NAME",
            converter = TextNetwork.Converter.class,
            description =
                    "bag: adds up the words, word pairs and parts of words of a text; fast. wide-bag: the same beside a "
                            + "linear model of these, where single rare words decide. text-cnn: a convolutional "
                            + "network over its words in order; slower. bilstm: two recurrent networks, one from each "
                            + "end; slowest. Default ${DEFAULT-VALUE}.")
    private TextNetwork student = TextNetwork.BAG;

    @Option(
            names = "--vectors",
            paramLabel = "FILE",
            converter = Vectors.class,
            description =
                    "What its word embeddings start from: a text file of GloVe, word2vec or fastText; 'teacher', what "
                            + "the transformer makes of each word; or 'none', chance. Default teacher, if that is a "
                            + "transformer.")
    private @Nullable String vectors;

    @Option(
            names = "--unlabelled",
            paramLabel = "FILE",
            description =
                    "Texts without a label, which the teacher labels: one per line, or in the text column of .tsv, "
                            + ".csv or .jsonl; or a folder of such files. May be repeated. Texts that are also in the "
                            + "test set are left out. Default: none.")
    private List<Path> unlabelled = List.of();

    @Option(
            names = "--transfer",
            paramLabel = "N|none",
            converter = Transfer.class,
            description =
                    "Let the teacher also label new texts made of the training texts, N >= 0 per training text on "
                            + "average, more for rare classes: words are replaced by similar ones, and parts of near "
                            + "texts are joined. Default 5, at most 30,000 texts, if the teacher is better than a "
                            + "student without it on training texts that both were trained without; else none.")
    private @Nullable Double transfer;

    private @Nullable TokenVectors start; // read once
    private @Nullable List<String> given; // read once

    /** Refuses what can be known to be wrong before a text is read. */
    void check(TeacherOptions teacher, boolean needsTeacher, String losses, Columns columns) {
        if (transfer != null && !(transfer >= 0 && transfer <= MOST_TRANSFER)) {
            throw new InputException("--transfer", "must be none or 0 to " + MOST_TRANSFER + " but was " + transfer);
        }
        boolean more = !unlabelled.isEmpty() || (transfer != null && transfer > 0);
        if (more && !needsTeacher) {
            throw new InputException(
                    "--unlabelled and --transfer must come with a loss that has a teacher but came with " + losses);
        }
        if (TEACHER.equals(vectors) && !teacher.hasEncoder()) {
            throw new InputException(
                    "--vectors", "teacher must come with --teacher transformer but came with '" + teacher.name() + "'");
        }
        UnlabelledFiles.check(unlabelled, columns);
        if (more) {
            teacher.requireAnswersAll("--unlabelled and --transfer");
        }
    }

    /** The student under an output layer, its embeddings from the vectors that are asked for. */
    TextArchitecture architecture(TeacherOptions teacher, Head head) {
        TextArchitecture plain = student.asStudent().apply(head);
        return start(teacher)
                .<TextArchitecture>map(start -> new Pretrained(plain, start))
                .orElse(plain);
    }

    private Optional<TokenVectors> start(TeacherOptions teacher) {
        if (start == null) {
            start = read(teacher).orElse(null);
        }
        return Optional.ofNullable(start);
    }

    private Optional<TokenVectors> read(TeacherOptions teacher) {
        if (vectors == null || vectors.equals(TEACHER)) {
            return teacher.vectors().map(encoder -> encoder);
        }
        return vectors.equals(NONE)
                ? Optional.empty()
                : Optional.of(TokenVectors.of(WordVectors.read(Path.of(vectors)), LEXICON));
    }

    /** Refuses vectors that say nothing of the training texts. */
    void requireKnownWords(List<String> training, TeacherOptions teacher) {
        if (vectors != null && !vectors.equals(TEACHER) && !vectors.equals(NONE)) {
            List<String> words = training.stream()
                    .flatMap(text -> Tokenizer.standard().words().apply(text).stream())
                    .distinct()
                    .toList();
            try {
                start(teacher).ifPresent(start -> start.of(words));
            } catch (IllegalArgumentException e) {
                throw new InputException(
                        "--vectors", "must have a word of the training texts but had none: " + vectors);
            }
        }
    }

    /** Texts for the teacher alone: those of a file, and so many made of each training text. */
    List<String> unlabelled(Splits<String> splits, TeacherOptions teacher, double perText, long seed, Columns columns) {
        List<String> texts = new ArrayList<>(given(columns));
        texts.removeAll(Set.copyOf(splits.test().instances()));
        if (perText > 0) {
            texts.addAll(made(splits.train(), teacher, perText, seed));
        }
        return List.copyOf(texts);
    }

    /** The same for texts with sets of labels: transfer texts only where they are asked for. */
    List<String> unlabelled(MultiLabelSplits<String> splits, TeacherOptions teacher, long seed, Columns columns) {
        List<String> texts = new ArrayList<>(given(columns));
        texts.removeAll(Set.copyOf(splits.test().instances()));
        if (transfer != null && transfer > 0) {
            int count = (int) Math.round(transfer * splits.train().size());
            texts.addAll(TransferTexts.ofLabelSets(
                            splits.train(), neighbours(splits.train().instances(), teacher), seed)
                    .take(count));
        }
        return List.copyOf(texts);
    }

    private List<String> given(Columns columns) {
        if (given == null) {
            given = UnlabelledFiles.read(unlabelled, columns);
        }
        return given;
    }

    /** How many unlabelled texts are in a test set, too. */
    long unlabelledOf(Corpus<String> test, Columns columns) {
        Set<String> tested = Set.copyOf(test.instances());
        return UnlabelledFiles.read(unlabelled, columns).stream()
                .filter(tested::contains)
                .count();
    }

    /** Transfer texts per training text: what was asked for, or else what the teacher is worth. */
    double transfer(TeacherOptions teacher, Supplier<TeacherWorth> worth, Corpus<String> training, PrintWriter err) {
        if (transfer != null) {
            return transfer;
        }
        boolean canBeScored = training.size() >= LEAST_TRANSFER
                && training.counts().stream().filter(count -> count >= 2).count() >= 2; // in folds, both are left
        if (!teacher.isTrained() || !canBeScored) {
            return 0;
        }
        TeacherWorth found = worth.get();
        String sentence = String.format(
                Locale.ROOT,
                "on training texts left out, the teacher has a balanced accuracy of %.3f, a student without it %.3f: ",
                found.teacher(),
                found.student());
        if (!found.isBetter()) {
            err.println(sentence + "no transfer texts; see docs/guide/no-better.md");
            return 0;
        }
        long room = SoftTargetBudget.mostInstances(training.labels().size()) / 2 - training.size(); // half is spare
        double perText = Math.min(TRANSFER, (double) Math.min(TRANSFER_TEXTS, Math.max(0, room)) / training.size());
        err.println(sentence + Math.round(perText * training.size())
                + " transfer texts, of which an epoch of a student has at most two per labelled text, or 5,000, "
                + "whichever is more");
        return perText;
    }

    private List<String> made(Corpus<String> training, TeacherOptions teacher, double perText, long seed) {
        return TransferTexts.of(training, neighbours(training.instances(), teacher), seed)
                .take((int) Math.round(perText * training.size()));
    }

    private WordNeighbours neighbours(List<String> texts, TeacherOptions teacher) {
        return start(teacher)
                .map(vectors -> WordNeighbours.of(vectors, TransferTexts.words(texts)))
                .orElse(WordNeighbours.none());
    }

    /** A number, or none. */
    static final class Transfer implements ITypeConverter<Double> {

        @Override
        public Double convert(String value) {
            try {
                return value.equals(NONE) ? 0 : Double.valueOf(value);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("must be none or 0 to " + MOST_TRANSFER + " but was '" + value + "'");
            }
        }
    }

    /** A file, or one of our words. */
    static final class Vectors implements PathValue {

        @Override
        public String resolved(Path folder, String value) {
            return value.equals(TEACHER) || value.equals(NONE)
                    ? value
                    : folder.resolve(value).toString();
        }
    }
}
