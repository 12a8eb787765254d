package io.github.bkd4j.loss;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One number a class as an ND4J array, [1, classes], beside which a batch broadcasts. */
final class Rows {

    private Rows() {}

    static INDArray of(double... values) {
        return Nd4j.createFromArray(values).reshape(1, values.length);
    }

    static INDArray of(List<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
