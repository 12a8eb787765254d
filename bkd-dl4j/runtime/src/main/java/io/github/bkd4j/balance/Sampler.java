package io.github.bkd4j.balance;

/**
 * Which instances an epoch visits, and in which order. An epoch is as long as the training set, whatever the sampler:
 * Kang et al., Decoupling Representation and Classifier for Long-Tailed Recognition, ICLR 2020, section 3.
 */
public sealed interface Sampler permits ShuffleSampler, PowerSampler, ProgressiveSampler {

    /**
     * The order of one epoch; the same arguments give the same order.
     *
     * @param classes class of each training instance, {@code [instances]}, each in [0, classCount)
     * @param classCount number of classes; one without an instance is never drawn
     * @param epoch which epoch, in [0, epochs)
     * @param epochs length of the training
     * @param seed start of the random numbers; epochs under one seed differ from each other
     * @return positions in {@code classes}, {@code [instances]}, a fresh array
     * @throws IllegalArgumentException if {@code epoch} is out of range
     */
    int[] epoch(int[] classes, int classCount, int epoch, int epochs, long seed);

    /**
     * Visits every instance once, shuffled: large classes are seen more often.
     *
     * @return the sampler of plain training
     */
    static Sampler instanceBalanced() {
        return new ShuffleSampler();
    }

    /**
     * Draws a class uniformly, then one of its instances, with replacement: instances of small classes are repeated.
     *
     * @return a class-balanced sampler
     */
    static Sampler classBalanced() {
        return new PowerSampler(0);
    }

    /**
     * Draws a class with probability proportional to the square root of its size, then one of its instances, with
     * replacement.
     *
     * @return a sampler half-way between the instance-balanced and the class-balanced one
     */
    static Sampler squareRoot() {
        return new PowerSampler(0.5);
    }

    /**
     * Moves from instance-balanced to class-balanced sampling during training: in epoch t of T, a class's probability
     * is {@code (1 - t/T)} times its share of the instances plus {@code t/T} times its share of the classes; then one
     * of its instances, with replacement.
     *
     * @return a sampler that depends on the epoch
     */
    static Sampler progressive() {
        return new ProgressiveSampler();
    }
}
