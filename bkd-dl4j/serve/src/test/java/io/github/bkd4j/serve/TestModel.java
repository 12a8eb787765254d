package io.github.bkd4j.serve;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Abstention;
import io.github.bkd4j.evaluate.AbstentionGoal;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.kernel.BagKernel;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.model.Provenance;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.model.TextModel;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Weighting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A model made by hand: each word speaks for one class, and the logit of a class is 6 times its share of the words. */
final class TestModel {

    static final String CARD = """
            # tickets.bkd

            A classifier.

            ## Confusions

            | class | taken for | test texts |
            | ----- | --------: | ---------: |
            | fire  |  delivery |          3 |
            """;

    private static final List<String> LABELS = List.of("delivery", "fire", "refund");
    private static final List<List<String>> WORDS = List.of(
            List.of("parcel", "late", "courier"),
            List.of("smoke", "battery", "burn"),
            List.of("money", "bank", "paid"));
    private static final float STRENGTH = 6;

    private TestModel() {}

    /** Answers always, and knows no more of itself. */
    static TextClassifier plain() {
        return of(LABELS);
    }

    private static TextClassifier of(List<String> labels) {
        TextEncoder encoder = TextEncoding.bagOfNgrams()
                .withNgrams(1)
                .withMinCount(1)
                .withWeighting(Weighting.MEAN)
                .fit(WORDS.stream().map(words -> String.join(" ", words)).toList());
        int words = encoder.vocabulary().size();
        float[][] embeddings = new float[words][labels.size()];
        for (int c = 0; c < labels.size(); c++) {
            for (String word : WORDS.get(c)) {
                embeddings[encoder.vocabulary().id(word)][c] = STRENGTH;
            }
        }
        float[][] identity = new float[labels.size()][labels.size()];
        for (int c = 0; c < labels.size(); c++) {
            identity[c][c] = 1;
        }
        KernelNetwork network = new KernelNetwork(
                new BagKernel(words, labels.size(), 0, 1),
                List.of(new ParameterTable(embeddings)),
                OutputKernel.linear(identity, new float[labels.size()]));
        return new TextClassifier(
                new TextModel(encoder, network),
                new ClassCounts(labels, List.of(200L, 5L, 50L)),
                new Provenance(new TreeMap<>(Map.of("seed", "1"))));
    }

    /** Abstains below a probability of 0.6, has a profile and a detector. */
    static TextClassifier careful() {
        TextClassifier plain = plain();
        List<Labeled<String>> rows = new ArrayList<>();
        for (int c = 0; c < LABELS.size(); c++) {
            for (String word : WORDS.get(c)) {
                rows.add(new Labeled<>("my " + word, LABELS.get(c)));
            }
        }
        Corpus<String> corpus = Corpus.of(rows);
        HeldOut<String> heldOut = new HeldOut<>(corpus, plain.predict(corpus.instances()));
        return plain.withAbstention(new Abstention(AbstentionGoal.of("precision=0.95"), 0.6, Map.of()))
                .withProfile(heldOut)
                .withScope(heldOut, List.of());
    }

    static Path save(TextClassifier classifier, Path file) {
        classifier.save(file, CARD);
        return file;
    }

    /** The same with another name for the first class. */
    static TextClassifier renamed() {
        return of(List.of("shipping", "fire", "refund"));
    }
}
