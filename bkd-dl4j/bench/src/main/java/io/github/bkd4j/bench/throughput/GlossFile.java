package io.github.bkd4j.bench.throughput;

import io.github.bkd4j.corpora.WordNetGlosses;
import io.github.bkd4j.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Writes all glosses of WordNet to a file, label and text on a line, for StudentTime and torch_distillation.py. */
public final class GlossFile {

    private GlossFile() {}

    /**
     * Writes the file.
     *
     * @param arguments the file
     * @throws IOException if it cannot be written
     */
    public static void main(String... arguments) throws IOException {
        Corpus<String> glosses = WordNetGlosses.read();
        Files.write(
                Path.of(arguments[0]),
                IntStream.range(0, glosses.size())
                        .mapToObj(i -> glosses.labels().get(glosses.classOf(i)) + "\t"
                                + glosses.instances().get(i))
                        .toList());
    }
}
