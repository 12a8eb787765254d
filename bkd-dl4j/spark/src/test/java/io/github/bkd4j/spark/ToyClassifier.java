package io.github.bkd4j.spark;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.kernel.BagKernel;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.TableShape;
import io.github.bkd4j.model.Provenance;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.model.TextModel;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A classifier with parameters from chance, and texts for it. */
final class ToyClassifier {

    private static final int WORDS = 50;

    private ToyClassifier() {}

    static TextClassifier of(long seed) {
        Random random = new Random(seed);
        TextEncoder encoder = TextEncoding.bagOfNgrams().fit(texts(200, seed));
        BagKernel kernel = new BagKernel(encoder.vocabulary().size(), 8, 0, 0.1);
        List<ParameterTable> tables = new ArrayList<>();
        for (TableShape shape : kernel.shapes()) {
            tables.add(new ParameterTable(normal(shape.rows(), shape.columns(), random)));
        }
        OutputKernel output = OutputKernel.linear(normal(kernel.features(), 3, random), new float[3]);
        return new TextClassifier(
                new TextModel(encoder, new KernelNetwork(kernel, tables, output)),
                new ClassCounts(List.of("billing", "delivery", "privacy"), List.of(10L, 5L, 1L)),
                new Provenance(new TreeMap<>()));
    }

    private static float[][] normal(int rows, int columns, Random random) {
        float[][] values = new float[rows][columns];
        for (float[] row : values) {
            for (int c = 0; c < columns; c++) {
                row[c] = (float) random.nextGaussian();
            }
        }
        return values;
    }

    /** Of one to ten words, with an empty one and one of unknown words. */
    static List<String> texts(int count, long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>(List.of("", "unknown to all"));
        while (texts.size() < count) {
            texts.add(String.join(
                    " ",
                    IntStream.rangeClosed(0, random.nextInt(10))
                            .mapToObj(any -> "word" + random.nextInt(WORDS))
                            .toList()));
        }
        return texts;
    }
}
