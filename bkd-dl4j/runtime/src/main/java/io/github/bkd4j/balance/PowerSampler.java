package io.github.bkd4j.balance;

/**
 * Class probability proportional to a power of the class's size: Kang et al., ICLR 2020, equation 1.
 *
 * @param power 0 for class-balanced, 0.5 for square-root sampling
 */
record PowerSampler(double power) implements Sampler {

    @Override
    public int[] epoch(int[] classes, int classCount, int epoch, int epochs, long seed) {
        InstancesByClass draw = new InstancesByClass(classes, classCount);
        return draw.rows(draw.probabilities(power), EpochRandom.of(seed, epoch, epochs));
    }
}
