package io.github.bkd4j.network;

import java.util.Collection;
import lombok.EqualsAndHashCode;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Configuration of batch normalisation for images: DL4J's layer with its default settings, momentum 0.9 of the running
 * mean and variance, epsilon 1e-5. On the CPU it runs in plain Java, several times faster.
 */
@EqualsAndHashCode(callSuper = true)
public final class BatchNorm extends BatchNormalization {

    private static final long serialVersionUID = 1L;

    private BatchNorm() { // also used by DL4J's JSON, which sets the fields
        setUseLogStd(false);
    }

    static BatchNorm of(int channels) {
        BatchNorm layer = new BatchNorm();
        layer.setNIn(channels);
        layer.setNOut(channels);
        return layer;
    }

    @Override
    public BatchNorm clone() {
        return (BatchNorm) super.clone();
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initializeParams,
            DataType dataType) {
        return Wiring.ready(
                new RunningBatchNorm(configuration, dataType), listeners, index, parameters, initializeParams);
    }
}
