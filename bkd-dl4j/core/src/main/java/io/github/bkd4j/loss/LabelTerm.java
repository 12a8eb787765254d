package io.github.bkd4j.loss;

/**
 * The loss of one label of one instance.
 *
 * @param loss at least 0
 * @param slope its derivative with respect to the label's logit
 */
record LabelTerm(double loss, double slope) {

    /** {@code f(-log p)} of the probability p that {@code sigmoid(logit)} gives to what is true. */
    static LabelTerm focused(Focus focus, double logit, boolean isPresent) {
        double sign = isPresent ? 1 : -1;
        double v = softplus(-sign * logit); // -log p
        return new LabelTerm(focus.of(v), sign * focus.slope(v) * Math.expm1(-v)); // dv/ds = -sign (1 - p)
    }

    LabelTerm times(double factor) {
        return new LabelTerm(factor * loss, factor * slope);
    }

    /** {@code log(1 + e^x)}. */
    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    static double sigmoid(double x) {
        double e = Math.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}
