package io.github.bkd4j.loss;

/** No term on the hard labels: leaves a distillation term alone. */
final class NoHardLabels extends LogitLoss {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean needsTeacher() {
        return false;
    }

    @Override
    protected LossTerms instance(double[] logits, double[] labels, double[] teacher, double scale, double[] gradient) {
        return LossTerms.ZERO;
    }

    @Override
    public String name() {
        return "no hard labels";
    }
}
