package io.github.bkd4j.network;

import lombok.EqualsAndHashCode;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Dropout of the first inputs of a layer; the others stay as they are. */
@EqualsAndHashCode(callSuper = true)
public final class FirstInputsDropout extends Dropout {

    private static final long serialVersionUID = 1L;

    /** How many inputs are dropped at random. */
    private final long inputs;

    /**
     * Creates a dropout.
     *
     * @param p probability of keeping an input, greater than 0 and at most 1
     * @param inputs how many of the first inputs it is for, at least 1
     */
    @JsonCreator
    public FirstInputsDropout(@JsonProperty("p") double p, @JsonProperty("inputs") long inputs) {
        super(p);
        this.inputs = inputs;
    }

    /**
     * How many of the first inputs it is for.
     *
     * @return at least 1
     */
    @JsonProperty("inputs")
    public long inputs() {
        return inputs;
    }

    @Override
    public INDArray applyDropout(
            INDArray input, INDArray result, int iteration, int epoch, LayerWorkspaceMgr workspaceMgr) {
        if (result != input) {
            result.assign(input);
        }
        super.applyDropout(first(result), first(result), iteration, epoch, workspaceMgr);
        return result;
    }

    @Override
    public INDArray backprop(INDArray atOutput, INDArray atInput, int iteration, int epoch) {
        if (atInput != atOutput) {
            atInput.assign(atOutput);
        }
        super.backprop(first(atInput), first(atInput), iteration, epoch);
        return atInput;
    }

    private INDArray first(INDArray all) {
        return all.get(NDArrayIndex.all(), NDArrayIndex.interval(0, inputs));
    }

    @Override
    public FirstInputsDropout clone() {
        return new FirstInputsDropout(getP(), inputs);
    }
}
