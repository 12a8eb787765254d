package io.github.bkd4j.corpora;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads the TREC questions (Li and Roth, COLING 2002) as their authors publish them, from files that you have
 * downloaded: 5,452 questions for training and 500 for the test, in 50 classes such as {@code NUM:date}, long-tailed by
 * themselves. The lines are {@code COARSE:fine text}, in Latin-1.
 */
public final class TrecQuestions {

    private TrecQuestions() {}

    /**
     * Reads {@code train_5500.label} and {@code TREC_10.label}.
     *
     * @param folder of both files
     * @return training and test questions under their fine labels
     * @throws CorpusException if a file is missing, or a line is not of that form
     */
    public static Splits<String> read(Path folder) {
        return Splits.of(questions(folder.resolve("train_5500.label")), questions(folder.resolve("TREC_10.label")));
    }

    private static Corpus<String> questions(Path file) {
        List<String> lines = TextFiles.latin1(file).lines().toList();
        return Corpus.of(IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isBlank())
                .mapToObj(i -> question(file + ":" + (i + 1), lines.get(i)))
                .toList());
    }

    private static Labeled<String> question(String place, String line) {
        int blank = line.indexOf(' ');
        if (blank < 0 || line.lastIndexOf(':', blank) < 1) {
            throw new CorpusException(place + ": must be COARSE:fine TEXT but was " + line);
        }
        return TextFiles.labeled(place, line.substring(blank + 1), line.substring(0, blank));
    }
}
