package io.github.bkd4j.network;

import io.github.bkd4j.io.Threads;
import io.github.bkd4j.kernel.Lbfgs;
import io.github.bkd4j.kernel.LogSumExp;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.RowGradient;
import io.github.bkd4j.kernel.Sparsity;
import io.github.bkd4j.kernel.Tokens;
import java.util.Arrays;

/**
 * The mean loss of a sparse linear model, plus half the penalty times the sum of its squared weights. Parameters are
 * the stored weights, row after row, then the biases, which have no penalty.
 */
final class WideLoss implements Lbfgs.Function {

    private static final int CHUNK = 256; // rows of a task

    private final Sparsity wide;
    private final Tokens texts;
    private final Truth truth;
    private final double penalty;
    private final ParameterTable table;
    private final int[] starts; // [rows], where the weights of a row begin

    /** What is learnt of each text. */
    @FunctionalInterface
    private interface Truth {

        /** The loss of a text; its logits, [classes], become the derivatives with respect to them. */
        double loss(int text, double[] logits);
    }

    private WideLoss(Sparsity wide, Tokens texts, Truth truth, double penalty) {
        this.wide = wide;
        this.texts = texts;
        this.truth = truth;
        this.penalty = penalty;
        this.table = wide.zeros();
        this.starts = new int[wide.rows()];
        for (int row = 1; row < starts.length; row++) {
            starts[row] = starts[row - 1] + wide.columnsOf(row - 1).length;
        }
    }

    /**
     * The logit-adjusted loss, tau 1; a class without a text takes no part. The sum of the losses counts {@code cost}
     * times as much as the penalty.
     */
    static WideLoss of(Sparsity wide, Tokens texts, int[] truth, double cost) {
        double[] offsets = new double[wide.columns()]; // log prior; negative infinity for a class without a text
        for (int c : truth) {
            offsets[c]++;
        }
        Arrays.setAll(offsets, c -> Math.log(offsets[c] / truth.length));
        return new WideLoss(
                wide, texts, (text, logits) -> adjusted(logits, truth[text], offsets), 1 / (cost * truth.length));
    }

    private static double adjusted(double[] logits, int truth, double[] offsets) {
        for (int c = 0; c < logits.length; c++) {
            logits[c] += offsets[c];
        }
        double ofTruth = logits[truth];
        double loss = LogSumExp.softmax(logits, 1, logits) - ofTruth;
        logits[truth]--;
        return loss;
    }

    /** Binary cross-entropy, summed over the labels. */
    static WideLoss ofSets(Sparsity wide, Tokens texts, int[][] sets, double cost) {
        return new WideLoss(wide, texts, (text, logits) -> binary(logits, sets[text]), 1 / (cost * sets.length));
    }

    private static double binary(double[] logits, int[] set) {
        double loss = 0;
        for (int label : set) {
            loss -= logits[label];
        }
        for (int c = 0; c < logits.length; c++) {
            double s = logits[c];
            double e = Math.exp(-Math.abs(s));
            loss += Math.max(s, 0) + Math.log1p(e); // softplus(s)
            logits[c] = s >= 0 ? 1 / (1 + e) : e / (1 + e);
        }
        for (int label : set) {
            logits[label]--;
        }
        return loss;
    }

    int parameters() {
        return Math.toIntExact(wide.size() + wide.columns());
    }

    /** The weights of a point; the same table each time. */
    ParameterTable table(double[] point) {
        int at = 0;
        for (float[] row : table.rows()) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) point[at++];
            }
        }
        return table;
    }

    float[] bias(double[] point) {
        float[] bias = new float[wide.columns()];
        int first = point.length - bias.length;
        for (int c = 0; c < bias.length; c++) {
            bias[c] = (float) point[first + c];
        }
        return bias;
    }

    @Override
    public double at(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        float[][] epsilon = wide.sums(table(point), texts); // [texts][classes]
        double loss = losses(epsilon, bias(point), gradient);
        write(wide.gradient(texts, epsilon), gradient);
        double squares = 0;
        for (int i = 0; i < point.length - wide.columns(); i++) {
            squares += point[i] * point[i];
            gradient[i] += penalty * point[i];
        }
        return loss + penalty / 2 * squares;
    }

    private void write(RowGradient rows, double[] gradient) {
        Threads.run((rows.size() + CHUNK - 1) / CHUNK, chunk -> {
            float[] buffer = new float[wide.columns()];
            int end = Math.min(rows.size(), (chunk + 1) * CHUNK);
            for (int slot = chunk * CHUNK; slot < end; slot++) {
                int id = rows.id(slot);
                float[] row = rows.row(slot, buffer);
                for (int i = 0; i < wide.columnsOf(id).length; i++) {
                    gradient[starts[id] + i] = row[i];
                }
            }
        });
    }

    /** The mean loss; sums become the derivatives with respect to them, and the gradient of the biases is written. */
    private double losses(float[][] sums, float[] bias, double[] gradient) {
        int first = gradient.length - bias.length;
        double[] row = new double[bias.length];
        double loss = 0;
        for (int text = 0; text < sums.length; text++) {
            for (int c = 0; c < row.length; c++) {
                row[c] = sums[text][c] + bias[c];
            }
            loss += truth.loss(text, row);
            for (int c = 0; c < row.length; c++) {
                sums[text][c] = (float) (row[c] / sums.length);
                gradient[first + c] += row[c] / sums.length;
            }
        }
        return loss / sums.length;
    }
}
