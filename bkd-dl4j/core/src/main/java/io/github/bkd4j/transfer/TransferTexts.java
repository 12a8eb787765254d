package io.github.bkd4j.transfer;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.io.Checks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * New texts made of training texts, for a teacher to label. Rare classes get more per text: a class is drawn with a
 * probability that grows with the square root of its count. It reads the training split alone.
 *
 * <pre>{@code
 * Set<String> words = TransferTexts.words(splits.train().instances());
 * WordNeighbours similar = WordNeighbours.of(new EncoderVectors(encoder), words);
 * TransferTexts made = TransferTexts.of(splits.train(), similar, 7);
 * Classifier<String> student = plan.distill(teacher, splits, made.take(5 * splits.train().size()));
 * }</pre>
 */
public final class TransferTexts implements Serializable {

    private static final int TRIES = 10; // per text that is asked for, until no new one is expected

    private static final long serialVersionUID = 1L;

    /** Words, by class. */
    private final List<List<List<String>>> texts;

    /** Classes, by class. */
    private final List<List<Integer>> near;

    /** Cumulated probabilities of the classes. */
    private final double[] upTo;

    /** What is not made again. */
    private final Set<String> training;

    /** Each with its share. */
    private final Map<TransferGenerator, Double> generators;

    /** Of everything random. */
    private final long seed;

    private TransferTexts(Corpus<String> training, Map<TransferGenerator, Double> generators, long seed) {
        this.texts = byClass(training);
        this.near = ClassNeighbours.of(texts);
        this.upTo = upTo(texts);
        this.training = Set.copyOf(new HashSet<>(training.instances().stream()
                .map(text -> String.join(" ", words(text)))
                .toList()));
        this.generators = new LinkedHashMap<>(generators);
        this.seed = seed;
    }

    private TransferTexts(TransferTexts source, long seed) {
        this.texts = source.texts;
        this.near = source.near;
        this.upTo = source.upTo;
        this.training = source.training;
        this.generators = source.generators;
        this.seed = seed;
    }

    /**
     * The usual generators: half of the texts have words replaced, three in ten are splices, two in ten are windows,
     * both with some words replaced.
     *
     * @param training at least one text
     * @param neighbours for the replacement of words
     * @param seed of everything random
     * @return the source of texts
     * @throws IllegalArgumentException if no training text has a word
     */
    public static TransferTexts of(Corpus<String> training, WordNeighbours neighbours, long seed) {
        Map<TransferGenerator, Double> usual = new LinkedHashMap<>();
        usual.put(new WordReplacement(neighbours, 0.4), 0.5);
        usual.put(new Splice().andThen(new WordReplacement(neighbours, 0.15)), 0.3);
        usual.put(new Window().andThen(new WordReplacement(neighbours, 0.2)), 0.2);
        return of(training, usual, seed);
    }

    /**
     * The usual generators for texts with sets of labels: a text stands in the class of each of its labels, so a
     * partner shares a label with it, or has a label that shares its words. Texts without a label are left out.
     *
     * @param training at least one text with a label
     * @param neighbours for the replacement of words
     * @param seed of everything random
     * @return the source of texts
     * @throws IllegalArgumentException if no training text with a label has a word
     */
    public static TransferTexts ofLabelSets(MultiLabelCorpus<String> training, WordNeighbours neighbours, long seed) {
        List<Labeled<String>> rows = new ArrayList<>();
        for (int row = 0; row < training.size(); row++) {
            for (int label : training.labelsOf(row)) {
                rows.add(new Labeled<>(
                        training.instances().get(row), training.labels().get(label)));
            }
        }
        return of(Corpus.of(rows), neighbours, seed);
    }

    /**
     * Generators of one's own.
     *
     * @param training at least one text
     * @param generators each with the share of the texts that it makes, finite and &gt; 0; shares are divided by their
     *     sum
     * @param seed of everything random
     * @return the source of texts
     * @throws IllegalArgumentException if there is no generator, a share is out of range, or no training text has a
     *     word
     */
    public static TransferTexts of(Corpus<String> training, Map<TransferGenerator, Double> generators, long seed) {
        Checks.require(!generators.isEmpty(), "generators must be at least one but were none");
        generators
                .values()
                .forEach(share -> Checks.require(
                        share > 0 && Double.isFinite(share), "share must be finite and > 0 but was " + share));
        TransferTexts made = new TransferTexts(training, generators, seed);
        Checks.require(made.upTo[made.upTo.length - 1] > 0, "training texts must have at least one word but had none");
        return made;
    }

    /**
     * The same source with other random numbers: other texts, of which some may be the same.
     *
     * @param value seed of everything random
     * @return a changed copy, which shares the training texts
     */
    public TransferTexts withSeed(long value) {
        return new TransferTexts(this, value);
    }

    /**
     * The words of texts.
     *
     * @param texts in any number
     * @return what blanks separate, each once
     */
    public static Set<String> words(List<String> texts) {
        Set<String> words = new HashSet<>();
        texts.forEach(text -> words.addAll(words(text)));
        return words;
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static List<List<List<String>>> byClass(Corpus<String> training) {
        List<List<List<String>>> texts = new ArrayList<>();
        training.labels().forEach(label -> texts.add(new ArrayList<>()));
        for (int i = 0; i < training.size(); i++) {
            List<String> words = words(training.instances().get(i));
            if (!words.isEmpty()) {
                texts.get(training.classOf(i)).add(words);
            }
        }
        return texts;
    }

    private static double[] upTo(List<List<List<String>>> texts) {
        double[] upTo = new double[texts.size()];
        double sum = 0;
        for (int c = 0; c < upTo.length; c++) {
            sum += Math.sqrt(texts.get(c).size());
            upTo[c] = sum;
        }
        return upTo;
    }

    /**
     * Texts without end, made when they are asked for: memory does not grow with their number. Some come more than
     * once.
     *
     * @return candidates, none blank, none a training text; the same ones each time
     */
    public Stream<String> candidates() {
        Random random = new Random(seed);
        return Stream.generate(() -> candidate(random)).filter(text -> !text.isEmpty() && !training.contains(text));
    }

    /**
     * Distinct texts.
     *
     * @param count at least 0
     * @return so many, or fewer where there are not so many to be made
     */
    public List<String> take(int count) {
        Checks.require(count >= 0, "count must be >= 0 but was " + count);
        Random random = new Random(seed);
        Set<String> made = new LinkedHashSet<>();
        for (long tries = 0; made.size() < count && tries < (long) TRIES * count; tries++) {
            String text = candidate(random);
            if (!text.isEmpty() && !training.contains(text)) {
                made.add(text);
            }
        }
        return List.copyOf(made);
    }

    private String candidate(RandomGenerator random) {
        int c = drawnClass(random);
        List<String> words = one(texts.get(c), random);
        List<Integer> others = near.get(c);
        boolean own = others.isEmpty() || random.nextBoolean();
        List<String> partner = one(texts.get(own ? c : one(others, random)), random);
        return String.join(" ", generator(random).generate(words, partner, random));
    }

    private int drawnClass(RandomGenerator random) {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        return IntStream.range(0, upTo.length)
                .filter(c -> at < upTo[c])
                .findFirst()
                .orElseThrow();
    }

    private TransferGenerator generator(RandomGenerator random) {
        double left = random.nextDouble()
                * generators.values().stream().mapToDouble(Double::doubleValue).sum();
        TransferGenerator drawn = null;
        for (Map.Entry<TransferGenerator, Double> generator : generators.entrySet()) {
            drawn = generator.getKey();
            left -= generator.getValue();
            if (left < 0) {
                break;
            }
        }
        return Objects.requireNonNull(drawn);
    }

    private static <T> T one(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
