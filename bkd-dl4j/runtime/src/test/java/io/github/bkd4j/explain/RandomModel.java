package io.github.bkd4j.explain;

import io.github.bkd4j.kernel.BagKernel;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.Sparsity;
import io.github.bkd4j.kernel.TextKernel;
import io.github.bkd4j.kernel.WideBagKernel;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextEncoding;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Untrained networks on a small vocabulary: all numbers drawn, none zero. */
record RandomModel(TextEncoder encoder, KernelNetwork network) {

    static final List<String> LABELS = List.of("refund", "parcel", "praise");
    private static final List<String> TRAINING =
            List.of("my parcel never came", "the parcel came late", "i want my money back", "what a lovely parcel");

    static RandomModel of(
            long seed, TextEncoding encoding, IntFunction<TextKernel> kernelOfVocabulary, boolean cosine) {
        Random random = new Random(seed);
        TextEncoder encoder = encoding.withMinCount(1).fit(TRAINING);
        TextKernel kernel = kernelOfVocabulary.apply(encoder.vocabulary().size());
        List<ParameterTable> tables = kernel.draw(seed);
        tables.forEach(table -> shake(table.rows(), random));
        int wide = kernel instanceof WideBagKernel ? LABELS.size() : 0;
        float[][] weights = new float[kernel.features() - wide][LABELS.size()];
        shake(weights, random);
        float[][] bias = new float[1][LABELS.size()];
        shake(bias, random);
        OutputKernel output = cosine ? OutputKernel.cosine(weights, 10) : OutputKernel.linear(weights, bias[0]);
        output = wide > 0 ? OutputKernel.wide(weights, bias[0], 0.5f) : output;
        return new RandomModel(encoder, new KernelNetwork(kernel, tables, output));
    }

    static RandomModel bag(long seed, int hidden, boolean cosine) {
        TextEncoding encoding = TextEncoding.bagOfNgrams().withCharacters(4);
        return of(seed, encoding, vocabulary -> new BagKernel(vocabulary, 8, hidden, 0.5), cosine);
    }

    /** The unknown token votes, too; every third token does not. */
    static RandomModel wideBag(long seed, int hidden) {
        TextEncoding encoding = TextEncoding.bagOfNgrams().withCharacters(4);
        return of(
                seed,
                encoding,
                vocabulary -> new WideBagKernel(
                        new BagKernel(vocabulary, 8, hidden, 0.5),
                        new Sparsity(
                                LABELS.size(),
                                IntStream.range(0, vocabulary)
                                        .mapToObj(id -> IntStream.range(id % 3, LABELS.size())
                                                .toArray())
                                        .toArray(int[][]::new))),
                false);
    }

    private static void shake(float[][] rows, Random random) {
        for (float[] row : rows) {
            IntStream.range(0, row.length).forEach(i -> row[i] += (float) random.nextGaussian());
        }
    }

    Explainer explainer() {
        return new Explainer(encoder, network, LABELS);
    }

    /** Logit of a class less that of another. */
    double difference(String text, String label, String other) {
        float[] logits = network.logits(encoder.encode(List.of(text)))[0];
        return (double) logits[LABELS.indexOf(label)] - logits[LABELS.indexOf(other)];
    }
}
