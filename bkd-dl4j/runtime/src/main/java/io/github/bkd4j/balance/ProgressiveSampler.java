package io.github.bkd4j.balance;

import java.util.Arrays;

/** From instance-balanced to class-balanced: Kang et al., ICLR 2020, equation 2. */
record ProgressiveSampler() implements Sampler {

    @Override
    public int[] epoch(int[] classes, int classCount, int epoch, int epochs, long seed) {
        InstancesByClass draw = new InstancesByClass(classes, classCount);
        double[] instanceBalanced = draw.probabilities(1);
        double[] classBalanced = draw.probabilities(0);
        double progress = (double) epoch / epochs;
        double[] probabilities = new double[classCount];
        Arrays.setAll(probabilities, c -> (1 - progress) * instanceBalanced[c] + progress * classBalanced[c]);
        return draw.rows(probabilities, EpochRandom.of(seed, epoch, epochs));
    }
}
