package io.github.bkd4j.corpora;

import io.github.bkd4j.corpus.Columns;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.LongTail;
import io.github.bkd4j.corpus.Splits;
import java.nio.file.Path;

/**
 * Reads BANKING77 (Casanueva et al., NLP4ConvAI 2020) as its authors publish it, from files that you have downloaded:
 * questions of bank customers in 77 classes, 10,003 for training and 3,080 for the test, the latter evenly.
 */
public final class Banking77 {

    private static final Columns COLUMNS = Columns.standard().withLabel("category");

    private Banking77() {}

    /**
     * Reads {@code train.csv} and {@code test.csv}, each with the columns {@code text} and {@code category}.
     *
     * @param folder of both files
     * @return training and test texts; {@link Corpus#cut} with {@link LongTail} makes a long tail of the first
     * @throws CorpusException if a file is missing, or not of that form
     */
    public static Splits<String> read(Path folder) {
        return Splits.of(
                Corpus.read(folder.resolve("train.csv"), COLUMNS), Corpus.read(folder.resolve("test.csv"), COLUMNS));
    }
}
