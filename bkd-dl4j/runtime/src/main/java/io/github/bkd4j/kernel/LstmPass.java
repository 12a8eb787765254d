package io.github.bkd4j.kernel;

import io.github.bkd4j.io.Threads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One batch through two LSTMs. */
final class LstmPass implements TextKernel.Pass {

    private static final int CHUNK = 8; // texts of a task: their sums stay in the nearest cache

    private final int units;
    private final Tokens tokens;
    private final LstmDirection[] directions;
    private final int[] byLength; // texts, the long ones first
    private final float[][] features; // [texts][2 units]

    LstmPass(LstmKernel kernel, List<ParameterTable> parameters, Tokens tokens) {
        this.units = kernel.units();
        this.tokens = tokens;
        this.features = new float[tokens.texts()][kernel.features()];
        this.byLength = IntStream.range(0, tokens.texts())
                .boxed()
                .sorted(Comparator.comparingInt(text -> -tokens.slots(text).length))
                .mapToInt(Integer::intValue)
                .toArray();
        float[][] embeddings = tokens.rows(parameters.get(0));
        this.directions = new LstmDirection[2];
        for (int d = 0; d < 2; d++) {
            int first = 1 + d * LstmKernel.TABLES;
            directions[d] = new LstmDirection(
                    units, d == 1, tokens, embeddings, parameters.subList(first, first + LstmKernel.TABLES));
        }
        inChunks((direction, texts) -> directions[direction].forward(texts, features, direction * units));
    }

    @FunctionalInterface
    private interface ChunkTask {
        void run(int direction, int[] texts);
    }

    private void inChunks(ChunkTask task) {
        int chunks = (byLength.length + CHUNK - 1) / CHUNK;
        Threads.run(2 * chunks, i -> {
            int first = i / 2 * CHUNK;
            task.run(i % 2, Arrays.copyOfRange(byLength, first, Math.min(byLength.length, first + CHUNK)));
        });
    }

    @Override
    public float[][] features() {
        return features;
    }

    @Override
    public List<RowGradient> backward(float[][] epsilon) {
        inChunks((direction, texts) -> directions[direction].backward(texts, epsilon, direction * units));
        List<RowGradient> gradients = new ArrayList<>();
        float[][] byEmbedding = directions[0].byEmbedding();
        gradients.add(RowGradient.sparse(tokens.ids(), byEmbedding));
        for (LstmDirection direction : directions) {
            direction.addTo(byEmbedding, gradients);
        }
        return gradients;
    }
}
