package io.github.bkd4j.loss;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The terms of each instance and the gradient of their sum, in doubles.
 *
 * @param hard the terms on the hard labels, [batch, 1]
 * @param distillation the terms on the teacher's soft targets, [batch, 1]
 * @param gradient with respect to the logits, [batch, classes]
 */
record BatchTerms(INDArray hard, INDArray distillation, INDArray gradient) {

    /** {@code CE(s, y)}, as in {@link CrossEntropyTerm}. */
    static BatchTerms crossEntropy(INDArray logits, INDArray labels) {
        INDArray logP = logSoftmax(logits); // [batch, classes]
        INDArray hard = logP.mul(labels).sum(true, 1).negi();
        INDArray gradient =
                Transforms.exp(logP, false).muli(labels.sum(true, 1)).subi(labels);
        return new BatchTerms(hard, hard.like(), gradient);
    }

    /** {@code alpha T^2 KL(q || softmax(s / T))}, as in {@link DistillationTerm}. */
    static BatchTerms distillation(INDArray logits, INDArray q, INDArray sharpness, DistillationTerm term) {
        double factor = term.alpha() * term.temperature();
        INDArray logP = logSoftmax(logits.div(term.temperature())); // [batch, classes]
        INDArray divergence = sharpness.sub(logP.mul(q).sum(true, 1));
        INDArray mass = q.sum(true, 1); // 0 where the teacher is silent
        INDArray gradient =
                Transforms.exp(logP, false).muliColumnVector(mass).subi(q).muli(factor);
        return new BatchTerms(divergence.like(), divergence.muli(factor * term.temperature()), gradient);
    }

    /** {@code sum(q log q)}, [batch, 1]. */
    static INDArray sharpness(INDArray q) {
        INDArray logQ = Transforms.log(Transforms.max(q, Double.MIN_NORMAL), false); // 0 log 0 is 0
        return logQ.muli(q).sum(true, 1);
    }

    /** As {@link io.github.bkd4j.kernel.LogSumExp}; ND4J's own operation overflows at large logits. */
    private static INDArray logSoftmax(INDArray logits) {
        INDArray shifted = logits.sub(logits.max(true, 1)); // [batch, classes]
        INDArray sum = Transforms.exp(shifted, true).sum(true, 1); // [batch, 1]
        return shifted.subi(Transforms.log(sum, false));
    }

    /** Probabilities of logits, [batch, classes]. */
    static INDArray softmax(INDArray logits) {
        return Transforms.exp(logSoftmax(logits), false);
    }

    BatchTerms plus(BatchTerms other) {
        return new BatchTerms(hard.add(other.hard), distillation.add(other.distillation), gradient.add(other.gradient));
    }

    /** Each instance multiplied by a number of its own, [batch, 1]. */
    BatchTerms times(INDArray factors) {
        return new BatchTerms(hard.mul(factors), distillation.mul(factors), gradient.mul(factors));
    }

    /** The gradient with respect to z of a loss of {@code factor * z}. */
    BatchTerms chained(double factor) {
        return new BatchTerms(hard, distillation, gradient.mul(factor));
    }

    /** Multiplied by a mask, [batch, 1]; where that is 0 nothing is left, were it NaN. */
    BatchTerms masked(INDArray mask) {
        BatchTerms kept = times(mask);
        for (int i = 0; i < mask.length(); i++) {
            if (mask.getDouble(i) == 0) {
                kept.hard.putScalar(i, 0);
                kept.distillation.putScalar(i, 0);
                kept.gradient.getRow(i).assign(0);
            }
        }
        return kept;
    }
}
