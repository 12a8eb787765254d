package io.github.bkd4j.network;

import io.github.bkd4j.io.Threads;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Mean and variance per channel, and batch normalisation with them, on images in ND4J's CPU memory. The threads share
 * parts of a few images each; the sums of the parts are added in order, so that the result does not depend on the
 * threads.
 */
final class ChannelStatistics {

    private static final int IMAGES = 8; // per part

    private final double[] means; // [channels]
    private final double[] variances; // population variances, [channels]
    private final double epsilon; // added to each variance

    ChannelStatistics(double[] means, double[] variances, double epsilon) {
        this.means = means;
        this.variances = variances;
        this.epsilon = epsilon;
    }

    /** Processes the images of one part. */
    @FunctionalInterface
    private interface Part {

        void run(int first, int end, double[] sums, double[] products);
    }

    /**
     * Computes the statistics of a batch.
     *
     * @param batch {@code [batch, channels, height, width]}
     * @param near an estimate of the means, {@code [channels]}; subtracted first, so that the squares stay small
     */
    static ChannelStatistics of(INDArray batch, double[] near, double epsilon) {
        int channels = near.length;
        int pixels = pixels(batch);
        ImageBlocks images = new ImageBlocks(batch);
        double[][] sums = sums(batch, (first, end, sum, squares) -> {
            float[] x = new float[channels * pixels];
            float[] added = new float[x.length];
            float[] squared = new float[x.length];
            for (int image = first; image < end; image++) {
                images.read(image, x);
                for (int c = 0; c < channels; c++) {
                    moments(x, c * pixels, (c + 1) * pixels, (float) near[c], added, squared);
                }
            }
            addUp(added, pixels, sum);
            addUp(squared, pixels, squares);
        });
        double[] means = new double[channels];
        double[] variances = new double[channels];
        double count = (double) batch.size(0) * pixels;
        for (int c = 0; c < channels; c++) {
            double away = sums[0][c] / count;
            means[c] = (float) near[c] + away;
            variances[c] = Math.max(0, sums[1][c] / count - away * away);
        }
        return new ChannelStatistics(means, variances, epsilon);
    }

    double[] means() {
        return means;
    }

    double[] variances() {
        return variances;
    }

    private static void moments(float[] x, int from, int to, float near, float[] added, float[] squared) {
        for (int i = from; i < to; i++) {
            float away = x[i] - near;
            added[i] += away;
            squared[i] += away * away;
        }
    }

    /** Writes {@code gamma (x - mean) / deviation + beta}. */
    void normalise(INDArray batch, double[] gamma, double[] beta, INDArray output) {
        int pixels = pixels(batch);
        ImageBlocks from = new ImageBlocks(batch);
        ImageBlocks to = new ImageBlocks(output);
        parts(batch, (first, end, none, nothing) -> {
            float[] x = new float[gamma.length * pixels];
            for (int image = first; image < end; image++) {
                from.read(image, x);
                for (int c = 0; c < gamma.length; c++) {
                    double factor = gamma[c] / deviation(c);
                    line(x, c * pixels, (c + 1) * pixels, (float) factor, (float) (beta[c] - factor * means[c]));
                }
                to.write(image, x);
            }
        });
    }

    private static void line(float[] x, int from, int to, float factor, float shift) {
        for (int i = from; i < to; i++) {
            x[i] = x[i] * factor + shift;
        }
    }

    private double deviation(int channel) {
        return Math.sqrt(variances[channel] + epsilon);
    }

    /**
     * The backward pass.
     *
     * @param batch the input of {@link #normalise}
     * @param delta gradient with respect to the output, of the same shape
     * @param gamma as given to {@link #normalise}
     * @param below receives the gradient with respect to {@code batch}
     * @return gradients of beta and of gamma, {@code [2][channels]}
     */
    double[][] backward(INDArray batch, INDArray delta, double[] gamma, INDArray below) {
        double[][] sums = gradients(batch, delta);
        int pixels = pixels(batch);
        double count = (double) batch.size(0) * pixels;
        ImageBlocks from = new ImageBlocks(batch);
        ImageBlocks deltas = new ImageBlocks(delta);
        ImageBlocks to = new ImageBlocks(below);
        parts(batch, (first, end, none, nothing) -> {
            float[] x = new float[gamma.length * pixels];
            float[] d = new float[x.length];
            for (int image = first; image < end; image++) {
                from.read(image, x);
                deltas.read(image, d);
                for (int c = 0; c < gamma.length; c++) {
                    // gamma / deviation (delta - mean(delta) - xHat mean(delta xHat))
                    double factor = gamma[c] / deviation(c);
                    double ofX = -factor * sums[1][c] / count / deviation(c);
                    double rest = -factor * sums[0][c] / count - ofX * means[c];
                    plane(d, x, c * pixels, (c + 1) * pixels, (float) factor, (float) ofX, (float) rest);
                }
                to.write(image, d);
            }
        });
        return sums;
    }

    private static void plane(float[] d, float[] x, int from, int to, float ofD, float ofX, float rest) {
        for (int i = from; i < to; i++) {
            d[i] = d[i] * ofD + (x[i] * ofX + rest);
        }
    }

    /** The sums of delta and of {@code delta (x - mean) / deviation}, {@code [2][channels]}. */
    private double[][] gradients(INDArray batch, INDArray delta) {
        int pixels = pixels(batch);
        int channels = means.length;
        ImageBlocks images = new ImageBlocks(batch);
        ImageBlocks deltas = new ImageBlocks(delta);
        double[][] sums = sums(batch, (first, end, sum, products) -> {
            float[] x = new float[channels * pixels];
            float[] d = new float[x.length];
            float[] added = new float[x.length];
            float[] multiplied = new float[x.length];
            for (int image = first; image < end; image++) {
                images.read(image, x);
                deltas.read(image, d);
                for (int c = 0; c < channels; c++) {
                    products(x, d, c * pixels, (c + 1) * pixels, (float) means[c], added, multiplied);
                }
            }
            addUp(added, pixels, sum);
            addUp(multiplied, pixels, products);
        });
        for (int c = 0; c < channels; c++) {
            sums[1][c] /= deviation(c);
        }
        return sums;
    }

    private static void products(
            float[] x, float[] d, int from, int to, float mean, float[] added, float[] multiplied) {
        for (int i = from; i < to; i++) {
            added[i] += d[i];
            multiplied[i] += d[i] * (x[i] - mean);
        }
    }

    /** Two sums per channel over all parts, {@code [2][channels]}. */
    private static double[][] sums(INDArray batch, Part part) {
        int channels = Math.toIntExact(batch.size(1));
        int parts = parts(batch);
        double[][] first = new double[parts][channels];
        double[][] second = new double[parts][channels];
        Threads.run(parts, p -> part.run(start(p), end(p, batch), first[p], second[p]));
        double[][] sums = new double[2][channels];
        for (int p = 0; p < parts; p++) {
            for (int c = 0; c < channels; c++) {
                sums[0][c] += first[p][c];
                sums[1][c] += second[p][c];
            }
        }
        return sums;
    }

    private static void parts(INDArray batch, Part part) {
        double[] none = {};
        Threads.run(parts(batch), p -> part.run(start(p), end(p, batch), none, none));
    }

    private static void addUp(float[] numbers, int pixels, double[] sums) {
        for (int c = 0; c < sums.length; c++) {
            for (int i = c * pixels; i < (c + 1) * pixels; i++) {
                sums[c] += numbers[i];
            }
        }
    }

    private static int pixels(INDArray batch) {
        return Math.toIntExact(batch.size(2) * batch.size(3));
    }

    private static int parts(INDArray batch) {
        return Math.toIntExact((batch.size(0) + IMAGES - 1) / IMAGES);
    }

    private static int start(int part) {
        return part * IMAGES;
    }

    private static int end(int part, INDArray batch) {
        return (int) Math.min(batch.size(0), (long) (part + 1) * IMAGES);
    }
}
