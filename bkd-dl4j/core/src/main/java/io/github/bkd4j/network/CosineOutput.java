package io.github.bkd4j.network;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A running {@link CosineOutputLayer}. */
final class CosineOutput extends LogitsOutput {

    private static final long serialVersionUID = 1L;

    private static final double SMALLEST_NORM = 1e-12; // a smaller norm is raised to this before the division

    private final double scale;

    CosineOutput(NeuralNetConfiguration configuration, DataType dataType, double scale) {
        super(configuration, dataType);
        this.scale = scale;
    }

    @Override
    public boolean hasBias() {
        return false;
    }

    @Override
    INDArray logits(INDArray x) {
        INDArray w = weights();
        return x.divColumnVector(norms(x, 1)).mmul(w.divRowVector(norms(w, 0))).muli(scale);
    }

    @Override
    INDArray backprop(INDArray x, INDArray logits, INDArray delta, Gradient gradient) {
        INDArray w = weights();
        INDArray xNorms = norms(x, 1);
        INDArray wNorms = norms(w, 0);
        INDArray xUnit = x.divColumnVector(xNorms);
        INDArray wUnit = w.divRowVector(wNorms);

        // the gradient of a unit vector is orthogonal to it: subtract its part along the vector, the sum of logit *
        // delta
        INDArray along = logits.mul(delta);
        INDArray scaled = delta.mul(scale);
        INDArray wGradient = xUnit.transpose()
                .mmul(scaled)
                .subi(wUnit.mulRowVector(along.sum(0)))
                .diviRowVector(wNorms);
        put(gradient, DefaultParamInitializer.WEIGHT_KEY, wGradient);
        return scaled.mmul(wUnit.transpose())
                .subi(xUnit.mulColumnVector(along.sum(1)))
                .diviColumnVector(xNorms);
    }

    private static INDArray norms(INDArray vectors, int dimension) {
        return Transforms.max(vectors.norm2(dimension), SMALLEST_NORM);
    }
}
