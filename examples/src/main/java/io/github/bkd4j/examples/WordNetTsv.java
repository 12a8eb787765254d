package io.github.bkd4j.examples;

import io.github.bkd4j.corpora.WordNetGlosses;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.io.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the corpus of the quickstart, WordNet's glosses cut to a long tail, as {@code train.tsv}, {@code valid.tsv}
 * and {@code test.tsv}, for the other commands, and WordNet's descriptions of the classes as {@code names.tsv}, for
 * {@code --label-names}. From the root:
 *
 * <pre>{@code
 * mvn -q -DskipTests -pl examples -am package
 * java -cp "examples/target/classes:$(cat examples/target/dependencies.classpath)" \
 *     io.github.bkd4j.examples.WordNetTsv wordnet
 * ./bkd compare --train wordnet/train.tsv --test wordnet/test.tsv
 * }</pre>
 */
public final class WordNetTsv {

    private WordNetTsv() {}

    /**
     * Runs the program.
     *
     * @param args an existing folder for the files
     */
    public static void main(String[] args) {
        if (args.length != 1) {
            throw new IllegalArgumentException("a folder must be given but there were " + args.length + " arguments");
        }
        Splits<String> splits = WordNetGlosses.longTailed();
        write(splits.train(), Path.of(args[0], "train.tsv"));
        write(splits.validation(), Path.of(args[0], "valid.tsv"));
        write(splits.test(), Path.of(args[0], "test.tsv"));
        write(Corpus.of(WordNetGlosses.descriptions()), Path.of(args[0], "names.tsv"));
    }

    private static void write(Corpus<String> corpus, Path file) {
        String lines = IntStream.range(0, corpus.size())
                .mapToObj(i -> corpus.labels().get(corpus.classOf(i)) + "\t"
                        + corpus.instances().get(i) + "\n")
                .collect(Collectors.joining());
        AtomicFile.write(file, out -> out.write(lines.getBytes(StandardCharsets.UTF_8)));
        System.out.println("wrote " + file + ", " + corpus.size() + " texts");
    }
}
