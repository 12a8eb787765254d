package io.github.bkd4j.network;

import io.github.bkd4j.kernel.Lbfgs;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.Sparsity;
import io.github.bkd4j.text.TokenRows;
import io.github.bkd4j.text.Vocabulary;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Where a wide part starts: the multinomial logistic regression of the training texts' tokens under the logit-adjusted
 * loss (Menon et al., ICLR 2021, equation 10), or for sets of labels binary ones under binary cross-entropy, with an L2
 * penalty on the weights, solved to its optimum. A token has a weight for the classes that it occurs in, and for no
 * other.
 *
 * @param wide which classes each token votes for
 * @param table the weights
 * @param bias {@code [classes]}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WideStart(Sparsity wide, ParameterTable table, float[] bias) {

    private static final int ITERATIONS = 100;
    private static final double TOLERANCE = 1e-5;
    private static final int MOST_ENTRIES = 500_000; // a million numbers with their indices

    /** The labelled texts are the first ones; {@code cost} is the weight of their losses' sum against the penalty. */
    static WideStart of(TokenRows texts, int vocabulary, int[] truth, int classes, double cost) {
        int[][] sets = Arrays.stream(truth).mapToObj(c -> new int[] {c}).toArray(int[][]::new);
        Sparsity wide = new Sparsity(classes, labelsOfTokens(texts, vocabulary, sets, classes));
        return of(WideLoss.of(wide, texts.tokens(0, truth.length), truth, cost), wide);
    }

    /** The same for sets of labels: binary regressions. */
    static WideStart ofSets(TokenRows texts, int vocabulary, int[][] sets, int labels, double cost) {
        Sparsity wide = new Sparsity(labels, labelsOfTokens(texts, vocabulary, sets, labels));
        return of(WideLoss.ofSets(wide, texts.tokens(0, sets.length), sets, cost), wide);
    }

    private static WideStart of(WideLoss loss, Sparsity wide) {
        double[] point = new Lbfgs(ITERATIONS, TOLERANCE).minimise(loss, new double[loss.parameters()]);
        return new WideStart(wide, loss.table(point), loss.bias(point)).withLargest(MOST_ENTRIES);
    }

    private static int[][] labelsOfTokens(TokenRows texts, int vocabulary, int[][] sets, int labels) {
        BitSet[] seen = new BitSet[vocabulary];
        Arrays.setAll(seen, id -> new BitSet(labels));
        for (int text = 0; text < sets.length; text++) {
            for (int id : texts.ids(text)) {
                for (int label : sets[text]) {
                    seen[id].set(label);
                }
            }
        }
        seen[Vocabulary.UNKNOWN].clear();
        return Arrays.stream(seen).map(row -> row.stream().toArray()).toArray(int[][]::new);
    }

    /** The same with as many entries at most, those of the largest absolute weights. */
    WideStart withLargest(int most) {
        if (wide.size() <= most) {
            return this;
        }
        float[] sizes = new float[Math.toIntExact(wide.size())];
        int at = 0;
        for (float[] row : table.rows()) {
            for (float weight : row) {
                sizes[at++] = Math.abs(weight);
            }
        }
        Arrays.sort(sizes);
        float least = sizes[sizes.length - most - 1]; // the largest that does not stay
        int[][] columns = new int[wide.rows()][];
        for (int id = 0; id < columns.length; id++) {
            columns[id] = kept(id, least);
        }
        Sparsity pruned = new Sparsity(wide.columns(), columns);
        return new WideStart(pruned, weights(pruned), bias);
    }

    private int[] kept(int id, float least) {
        float[] weights = table.row(id);
        int[] columns = wide.columnsOf(id);
        return IntStream.range(0, columns.length)
                .filter(i -> Math.abs(weights[i]) > least)
                .map(i -> columns[i])
                .toArray();
    }

    private ParameterTable weights(Sparsity pruned) {
        ParameterTable kept = pruned.zeros();
        for (int id = 0; id < kept.size(); id++) {
            int[] columns = pruned.columnsOf(id);
            for (int i = 0; i < columns.length; i++) {
                kept.row(id)[i] = table.row(id)[Arrays.binarySearch(wide.columnsOf(id), columns[i])];
            }
        }
        return kept;
    }
}
