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
 * The mean logit-adjusted loss of a sparse linear model, tau 1, plus half the penalty times the sum of its squared
 * weights. Parameters are the stored weights, row after row, then the biases, which have no penalty. A class without a
 * text takes no part.
 */
final class WideLoss implements Lbfgs.Function {

    private static final int CHUNK = 256; // rows of a task

    private final Sparsity wide;
    private final Tokens texts;
    private final int[] truth; // [texts]
    private final double[] offsets; // [classes], log prior; negative infinity for a class without a text
    private final double penalty;
    private final ParameterTable table;
    private final int[] starts; // [rows], where the weights of a row begin

    private WideLoss(Sparsity wide, Tokens texts, int[] truth, double[] offsets, double penalty) {
        this.wide = wide;
        this.texts = texts;
        this.truth = truth;
        this.offsets = offsets;
        this.penalty = penalty;
        this.table = wide.zeros();
        this.starts = new int[wide.rows()];
        for (int row = 1; row < starts.length; row++) {
            starts[row] = starts[row - 1] + wide.columnsOf(row - 1).length;
        }
    }

    /** The sum of the losses counts {@code cost} times as much as the penalty. */
    static WideLoss of(Sparsity wide, Tokens texts, int[] truth, double cost) {
        double[] offsets = new double[wide.columns()];
        for (int c : truth) {
            offsets[c]++;
        }
        Arrays.setAll(offsets, c -> Math.log(offsets[c] / truth.length));
        return new WideLoss(wide, texts, truth, offsets, 1 / (cost * truth.length));
    }

    int parameters() {
        return Math.toIntExact(wide.size() + offsets.length);
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
        float[] bias = new float[offsets.length];
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
        for (int i = 0; i < point.length - offsets.length; i++) {
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
                row[c] = sums[text][c] + bias[c] + offsets[c];
            }
            double ofTruth = row[truth[text]];
            loss += LogSumExp.softmax(row, 1, row) - ofTruth;
            row[truth[text]]--;
            for (int c = 0; c < row.length; c++) {
                sums[text][c] = (float) (row[c] / truth.length);
                gradient[first + c] += row[c] / truth.length;
            }
        }
        return loss / truth.length;
    }
}
