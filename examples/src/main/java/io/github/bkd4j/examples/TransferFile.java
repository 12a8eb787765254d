package io.github.bkd4j.examples;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.transfer.Splice;
import io.github.bkd4j.transfer.TransferGenerator;
import io.github.bkd4j.transfer.TransferTexts;
import io.github.bkd4j.transfer.Window;
import io.github.bkd4j.transfer.WordNeighbours;
import io.github.bkd4j.transfer.WordReplacement;
import io.github.bkd4j.transformer.EncoderVectors;
import io.github.bkd4j.transformer.SentenceEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Transfer texts in a file, one per line: to read them, or to measure what each way of making them is worth. Without
 * names of generators it writes what {@code bkd distill --encoder minilm} makes. From the root:
 *
 * <pre>{@code
 * java -cp "examples/target/classes:$(cat examples/target/dependencies.classpath)" \
 *     io.github.bkd4j.examples.TransferFile train.tsv 5 texts.txt replace,splice
 * ./bkd compare --train train.tsv --test test.tsv --transfer none --unlabelled texts.txt --losses bkd
 * }</pre>
 */
public final class TransferFile {

    private static final long SEED = 1;

    private TransferFile() {}

    /**
     * Runs the program.
     *
     * @param args labelled texts, the number of new texts per text, the file to write, and, if wanted, generators
     *     joined by commas: {@code replace}, {@code splice}, {@code window}, {@code transplant}
     */
    public static void main(String[] args) {
        if (args.length < 3 || args.length > 4) {
            throw new IllegalArgumentException("a corpus, a number and a file must be given, and generators may be");
        }
        Corpus<String> training = Corpus.read(Path.of(args[0]));
        WordNeighbours similar = WordNeighbours.of(
                new EncoderVectors(SentenceEncoder.miniLm()), TransferTexts.words(training.instances()));
        TransferTexts source = args.length == 3
                ? TransferTexts.of(training, similar, SEED)
                : TransferTexts.of(training, generators(args[3], similar), SEED);
        List<String> made = source.take((int) (Double.parseDouble(args[1]) * training.size()));
        AtomicFile.write(
                Path.of(args[2]), out -> out.write((String.join("\n", made) + "\n").getBytes(StandardCharsets.UTF_8)));
        System.out.println("wrote " + made.size() + " texts, such as '" + made.get(0) + "'");
    }

    /** With the shares and rates of the usual ones. */
    private static Map<TransferGenerator, Double> generators(String names, WordNeighbours similar) {
        Map<TransferGenerator, Double> chosen = new LinkedHashMap<>();
        for (String name : names.split(",", -1)) {
            switch (name) {
                case "replace" -> chosen.put(new WordReplacement(similar, 0.4), 0.5);
                case "splice" -> chosen.put(new Splice().andThen(new WordReplacement(similar, 0.15)), 0.3);
                case "window" -> chosen.put(new Window().andThen(new WordReplacement(similar, 0.2)), 0.2);
                case "transplant" -> chosen.put(TransferFile::transplanted, 0.3);
                default -> throw new IllegalArgumentException("no such generator: " + name);
            }
        }
        return chosen;
    }

    /** One of one's own: the partner, a third of whose words are replaced by words of the text. */
    private static List<String> transplanted(List<String> words, List<String> partner, RandomGenerator random) {
        return partner.stream()
                .map(word -> random.nextInt(3) == 0 ? words.get(random.nextInt(words.size())) : word)
                .toList();
    }
}
