package io.github.bkd4j.network;

import io.github.bkd4j.text.WordVectors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Principal components, from the eigenvectors of the covariance matrix, in double precision. The arbitrary sign of a
 * component is chosen so that its largest entry is positive. Immutable; holds no native memory.
 */
final class PrincipalComponents {

    private static final int BLOCK = 4096; // rows in native memory at a time

    private final double[] mean; // [dimension]
    private final double[][] axes; // [dimension][components], unit columns

    private PrincipalComponents(double[] mean, double[][] axes) {
        this.mean = mean;
        this.axes = axes;
    }

    /**
     * Projects word vectors, centred by their mean, onto their first principal components, largest variance first. Each
     * word counts once.
     */
    static WordVectors reduced(WordVectors vectors, int components) {
        if (components < 1 || components > vectors.dimension()) {
            throw new IllegalArgumentException(
                    "components must be 1 to " + vectors.dimension() + " but was " + components);
        }
        List<String> words = vectors.words();
        List<float[]> rows =
                words.stream().map(word -> vectors.vector(word).orElseThrow()).toList();
        List<float[]> projected = of(rows, components).project(rows);
        Map<String, float[]> reduced = new LinkedHashMap<>();
        for (int i = 0; i < projected.size(); i++) {
            reduced.put(words.get(i), projected.get(i));
        }
        return WordVectors.of(reduced);
    }

    /**
     * Computes the components of [rows][dimension], at least one row; {@code components} is 1 to the dimension. Largest
     * variance first.
     */
    static PrincipalComponents of(List<float[]> rows, int components) {
        double[] mean = mean(rows);
        try (INDArray vectors = covariance(rows, mean)) {
            Eigen.symmetricGeneralizedEigenvalues(vectors, true).close(); // overwrites the covariance
            return new PrincipalComponents(mean, largest(vectors.toDoubleMatrix(), components));
        }
    }

    private static double[] mean(List<float[]> rows) {
        double[] mean = new double[rows.get(0).length]; // [dimension]
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / (double) rows.size();
            }
        }
        return mean;
    }

    private static INDArray covariance(List<float[]> rows, double[] mean) {
        INDArray covariance = Nd4j.create(DataType.DOUBLE, new long[] {mean.length, mean.length}, 'f');
        for (List<float[]> block : blocks(rows)) {
            try (INDArray centred = centred(block, mean)) {
                Nd4j.gemm(centred, centred, covariance, true, false, 1.0 / rows.size(), 1);
            }
        }
        return covariance;
    }

    private static List<List<float[]>> blocks(List<float[]> rows) {
        List<List<float[]>> blocks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BLOCK) {
            blocks.add(rows.subList(from, Math.min(from + BLOCK, rows.size())));
        }
        return blocks;
    }

    private static INDArray centred(List<float[]> rows, double[] mean) {
        double[][] centred = new double[rows.size()][mean.length]; // [rows][dimension]
        for (int r = 0; r < centred.length; r++) {
            for (int i = 0; i < mean.length; i++) {
                centred[r][i] = rows.get(r)[i] - mean[i];
            }
        }
        return Nd4j.create(centred);
    }

    /** The last columns of the eigenvectors, which are sorted by ascending eigenvalue. */
    private static double[][] largest(double[][] eigenvectors, int components) {
        int dimension = eigenvectors.length;
        double[][] axes = new double[dimension][components];
        for (int k = 0; k < components; k++) {
            int column = dimension - 1 - k;
            double sign = signOfLargest(eigenvectors, column);
            for (int i = 0; i < dimension; i++) {
                axes[i][k] = sign * eigenvectors[i][column];
            }
        }
        return axes;
    }

    private static double signOfLargest(double[][] eigenvectors, int column) {
        double largest = 0;
        for (double[] row : eigenvectors) {
            largest = Math.abs(row[column]) > Math.abs(largest) ? row[column] : largest;
        }
        return Math.signum(largest);
    }

    /** Projects [rows][dimension] onto the components, [rows][components]. */
    List<float[]> project(List<float[]> rows) {
        List<float[]> projected = new ArrayList<>();
        try (INDArray directions = Nd4j.create(axes)) {
            for (List<float[]> block : blocks(rows)) {
                try (INDArray centred = centred(block, mean);
                        INDArray product = centred.mmul(directions)) {
                    projected.addAll(floats(product));
                }
            }
        }
        return projected;
    }

    private static List<float[]> floats(INDArray doubles) {
        try (INDArray cast = doubles.castTo(DataType.FLOAT)) {
            return List.of(cast.toFloatMatrix());
        }
    }
}
