package io.github.bkd4j.loss;

/** No term on the hard labels: leaves a distillation term alone. */
final class NoHardLabels extends HardLabelLoss {

    private static final long serialVersionUID = 1L;

    @Override
    protected double instance(double[] logits, double[] labels, double[] gradient) {
        return 0;
    }

    @Override
    public String name() {
        return "no hard labels";
    }
}
