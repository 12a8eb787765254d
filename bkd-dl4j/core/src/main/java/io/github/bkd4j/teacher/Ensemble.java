package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.kernel.LogSumExp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Averages probabilities: the logits are the logarithm of the weighted mean of the members' softmaxes. A silent member
 * is left out of the mean; where all members are silent, so is the ensemble.
 *
 * @param <X> what is classified
 * @param members predictors over the same labels in the same order
 * @param weights one per member, finite and greater than 0
 */
record Ensemble<X>(List<? extends Predictor<X>> members, List<Double> weights) implements Predictor<X> {

    Ensemble {
        members = List.copyOf(members);
        weights = List.copyOf(weights);
        Checks.require(!members.isEmpty(), "ensemble must have at least one member but had none");
        Checks.require(
                weights.size() == members.size(),
                "weights must be one a member, " + members.size() + ", but were " + weights.size());
        weights.forEach(weight -> Checks.finiteAndPositive("weight", weight));
    }

    static <X> Ensemble<X> of(List<? extends Predictor<X>> members) {
        return new Ensemble<>(members, Collections.nCopies(members.size(), 1.0));
    }

    @Override
    public Logits predict(List<X> instances) {
        List<Logits> opinions = new ArrayList<>();
        for (Predictor<X> member : members) {
            opinions.add(member.predict(instances));
        }
        List<String> labels = opinions.get(0).labels();
        opinions.forEach(opinion -> requireLabels(labels, opinion.labels()));
        float[] @Nullable [] rows = new float[instances.size()][]; // [instances, classes]
        for (int i = 0; i < rows.length; i++) {
            rows[i] = mean(opinions, i);
        }
        return Logits.partial(labels, rows);
    }

    private static void requireLabels(List<String> labels, List<String> others) {
        if (!others.equals(labels)) {
            throw new IllegalArgumentException("members of an ensemble must know the same labels in the same order, "
                    + labels + ", but one knew " + others);
        }
    }

    private float @Nullable [] mean(List<Logits> opinions, int instance) {
        List<double[]> terms = new ArrayList<>(); // [members that are not silent][classes], each log w + log p
        double weight = 0;
        for (int m = 0; m < opinions.size(); m++) {
            if (opinions.get(m).speaks(instance)) {
                double logWeight = Math.log(weights.get(m));
                terms.add(plus(logWeight, opinions.get(m).logProbabilities(instance)));
                weight += weights.get(m);
            }
        }
        return terms.isEmpty() ? null : logOfSums(terms, Math.log(weight));
    }

    private static double[] plus(double logWeight, double[] logProbabilities) {
        for (int c = 0; c < logProbabilities.length; c++) {
            logProbabilities[c] += logWeight;
        }
        return logProbabilities;
    }

    private static float[] logOfSums(List<double[]> terms, double logTotal) {
        float[] logs = new float[terms.get(0).length]; // [classes]
        for (int c = 0; c < logs.length; c++) {
            int of = c;
            logs[c] = (float)
                    (LogSumExp.of(terms.stream().mapToDouble(term -> term[of]).toArray()) - logTotal);
        }
        return logs;
    }
}
