package io.github.bkd4j.corpora;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.CorpusException;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * CLINC150 (Larson et al., EMNLP 2019) as its authors publish it: requests to an assistant in 150 classes, and requests
 * that belong to none, in one file that you have downloaded, such as {@code data_full.json} or
 * {@code data_imbalanced.json}.
 *
 * @param splits training, validation and test texts
 * @param outOfScopeValidation texts of no class, to choose by
 * @param outOfScopeTest texts of no class, for the test
 */
public record Clinc150(Splits<String> splits, List<String> outOfScopeValidation, List<String> outOfScopeTest) {

    /**
     * Copies the lists.
     *
     * @param splits see {@link Clinc150}
     * @param outOfScopeValidation see {@link Clinc150}
     * @param outOfScopeTest see {@link Clinc150}
     */
    public Clinc150 {
        outOfScopeValidation = List.copyOf(outOfScopeValidation);
        outOfScopeTest = List.copyOf(outOfScopeTest);
    }

    /**
     * Reads a file: an object of lists {@code train}, {@code val}, {@code test}, {@code oos_val} and {@code oos_test},
     * each of pairs {@code ["text", "label"]}. Other lists in it, such as {@code oos_train}, are left out.
     *
     * @param file such as {@code data_full.json}, also {@code .gz}
     * @return its texts
     * @throws CorpusException if the file is missing, or not of that form; the message names the list and the pair
     */
    public static Clinc150 read(Path file) {
        JsonNode data = parsed(file);
        return new Clinc150(
                Splits.of(
                        Corpus.of(pairs(file, data, "train")),
                        Corpus.of(pairs(file, data, "val")),
                        Corpus.of(pairs(file, data, "test"))),
                texts(pairs(file, data, "oos_val")),
                texts(pairs(file, data, "oos_test")));
    }

    private static JsonNode parsed(Path file) {
        try {
            return new ObjectMapper().readTree(TextFiles.utf8(file));
        } catch (JsonProcessingException e) {
            throw new CorpusException(file + ": must be JSON but was not: " + e.getOriginalMessage(), e);
        }
    }

    private static List<Labeled<String>> pairs(Path file, JsonNode data, String list) {
        JsonNode pairs = data.path(list);
        if (!pairs.isArray() || pairs.isEmpty()) {
            throw new CorpusException(file + ": must have a list '" + list + "' of pairs but had none");
        }
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> pair(file + ": pair " + (i + 1) + " of '" + list + "'", pairs.get(i)))
                .toList();
    }

    private static Labeled<String> pair(String place, JsonNode pair) {
        if (pair.size() != 2 || !pair.path(0).isTextual() || !pair.path(1).isTextual()) {
            throw new CorpusException(place + " must be [\"text\", \"label\"] but was " + pair);
        }
        return TextFiles.labeled(place, pair.get(0).asText(), pair.get(1).asText());
    }

    private static List<String> texts(List<Labeled<String>> pairs) {
        return pairs.stream().map(Labeled::instance).toList();
    }
}
