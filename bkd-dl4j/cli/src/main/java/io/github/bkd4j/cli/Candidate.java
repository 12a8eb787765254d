package io.github.bkd4j.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A way to train that a tuning tries.
 *
 * @param name what it is called in tables
 * @param adjusted whether the teacher was trained under the logit-adjusted loss
 * @param temperature how much the teacher's certainty is softened
 * @param alpha how much the teacher counts beside the labels
 * @param beta of the class weights
 * @param tempering how strongly the class weights act
 * @param deferred the epoch at which they begin to
 * @param learningRate how far the student changes at a time
 */
record Candidate(
        String name,
        boolean adjusted,
        double temperature,
        double alpha,
        double beta,
        double tempering,
        int deferred,
        double learningRate) {

    String loss() {
        return adjusted ? "bkd" : "bkd-plain";
    }

    Contender contender() {
        return new Contender(loss(), LossOptions.balanced(temperature, alpha, beta, tempering, deferred), adjusted);
    }

    /** The same student at this learning rate. */
    Learner learner(Learner usual) {
        return new Learner(usual.network(), usual.schedule().withLearningRate(learningRate));
    }

    /** Whether it trains as another does, whatever they are called. */
    boolean isLike(Candidate other) {
        return settings().equals(other.settings());
    }

    /** As a plan has them: the names of options without dashes, and their values. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("loss", loss());
        settings.put("temperature", String.valueOf(temperature));
        settings.put("alpha", String.valueOf(alpha));
        settings.put("beta", String.valueOf(beta));
        settings.put("tempering", String.valueOf(tempering));
        settings.put("deferred", String.valueOf(deferred));
        settings.put("learning-rate", String.valueOf(learningRate));
        return settings;
    }
}
