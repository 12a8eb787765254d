package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Columns;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.corpus.Splits;
import java.nio.file.Path;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is learned from, and what tells when to stop. */
final class CorpusOptions {

    @Option(names = "--train", required = true, paramLabel = "DATA", description = "What the networks learn from.")
    private Path train = Path.of("");

    @Option(
            names = "--valid",
            paramLabel = "DATA",
            description = "What tells when to stop, and which epoch was best; see --patience. Without it every epoch "
                    + "is trained and the last is kept.")
    private @Nullable Path valid;

    @ArgGroup(validate = false, heading = ColumnOptions.HEADING, order = ColumnOptions.ORDER)
    private ColumnOptions columns = new ColumnOptions();

    /** The same for a command that has options of its own for the files. */
    static CorpusOptions of(Path train, @Nullable Path valid, ColumnOptions columns) {
        CorpusOptions options = new CorpusOptions();
        options.train = train;
        options.valid = valid;
        options.columns = columns;
        return options;
    }

    /** Where all of the files have their labels and texts. */
    Columns columns() {
        return columns.columns();
    }

    boolean validated() {
        return valid != null;
    }

    /** The files, with a test set or without. */
    Splits<String> splits(@Nullable Path test) {
        Corpus<String> training = read(train);
        training.requireAtLeastTwoClasses(train.toString());
        return Splits.of(training, heldOut("--valid", valid, training), heldOut("--test", test, training));
    }

    private Corpus<String> heldOut(String option, @Nullable Path file, Corpus<String> training) {
        if (file == null) {
            return training.rows(new int[0]);
        }
        Corpus<String> texts = read(file);
        if (Collections.disjoint(texts.labels(), training.labels())) {
            throw allUnknown(option, file);
        }
        return texts;
    }

    private static InputException allUnknown(String option, Path file) {
        return new InputException(option, "must have labels of the training texts but had none: " + file);
    }

    Corpus<String> read(Path data) {
        return Corpus.read(data, columns());
    }

    /** Whether texts have sets of labels: the training file shows it, or a separator is given. */
    boolean hasLabelSets() {
        return columns.haveLabelSets(train);
    }

    MultiLabelCorpus<String> readLabelSets(Path data) {
        return columns.readLabelSets(data);
    }

    /** The files of texts with sets of labels, with a test set or without. */
    MultiLabelSplits<String> labelSets(@Nullable Path test) {
        MultiLabelCorpus<String> training = readLabelSets(train);
        training.requireDifferentLabelSets(train.toString());
        MultiLabelCorpus<String> validation = heldOut("--valid", valid, training);
        return new MultiLabelSplits<>(
                training,
                validation.withLabels(training.labels()), // for no other is ever answered
                heldOut("--test", test, training));
    }

    private MultiLabelCorpus<String> heldOut(String option, @Nullable Path file, MultiLabelCorpus<String> training) {
        if (file == null) {
            return training.rows(new int[0]);
        }
        MultiLabelCorpus<String> texts = readLabelSets(file);
        if (texts.withLabels(training.labels()).counts().total() == 0) {
            throw allUnknown(option, file);
        }
        return texts;
    }
}
