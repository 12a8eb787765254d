package io.github.bkd4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a tuning tries: the usual settings, and others drawn at random. In a draw each value is the usual one in half of
 * the cases, so that most draws differ from the usual in two or three.
 *
 * @param teacherIsTrained whether there can be a teacher under the logit-adjusted loss
 * @param epochs of a training
 * @param learningRate the usual one
 */
record Candidates(boolean teacherIsTrained, int epochs, double learningRate) {

    private static final int MOST_DRAWS = 1000; // in search of a new one

    private static final double TEMPERATURE = 2;
    private static final double ALPHA = 1;
    private static final double BETA = 0.9999;

    private static final List<Double> TEMPERATURES = List.of(1.0, 1.5, 3.0, 4.0);
    private static final List<Double> ALPHAS = List.of(0.5, 2.0, 4.0);
    private static final List<Double> BETAS = List.of(0.99, 0.999);
    private static final List<Double> TEMPERINGS = List.of(0.75, 1.0, 2.0, 2.5, 3.0);
    private static final List<Double> TEMPERINGS_BESIDE_ADJUSTED = List.of(0.25, 0.5, 1.0, 1.5, 2.0);
    private static final List<Double> DEFERRED_SHARES = List.of(0.5, 0.8); // of the epochs
    private static final List<Double> RATES = List.of(0.5, 2.0); // times the usual

    /** The command's own, the paper's, and the command's beside a teacher under cross-entropy. */
    List<Candidate> usual() {
        List<Candidate> usual = new ArrayList<>();
        usual.add(usual("bkd", teacherIsTrained, LossOptions.usualTempering(teacherIsTrained)));
        usual.add(usual("bkd-paper", false, TEMPERATURE));
        if (teacherIsTrained) {
            usual.add(usual("bkd-plain", false, LossOptions.usualTempering(false)));
        }
        return usual;
    }

    private Candidate usual(String name, boolean adjusted, double tempering) {
        return new Candidate(name, adjusted, TEMPERATURE, ALPHA, BETA, tempering, 0, learningRate);
    }

    /** Others, each different; the first of many draws are those of few. */
    List<Candidate> drawn(int count, long seed) {
        Random random = new Random(seed);
        List<Candidate> known = new ArrayList<>(usual());
        int given = known.size();
        for (int draws = 0; known.size() < given + count && draws < MOST_DRAWS; draws++) {
            Candidate candidate = draw("drawn " + (known.size() - given + 1), random);
            if (known.stream().noneMatch(candidate::isLike)) {
                known.add(candidate);
            }
        }
        return List.copyOf(known.subList(given, known.size()));
    }

    private Candidate draw(String name, Random random) {
        boolean adjusted = teacherIsTrained && random.nextBoolean();
        return new Candidate(
                name,
                adjusted,
                usualOrOf(TEMPERATURE, TEMPERATURES, random),
                usualOrOf(ALPHA, ALPHAS, random),
                usualOrOf(BETA, BETAS, random),
                usualOrOf(
                        LossOptions.usualTempering(adjusted),
                        adjusted ? TEMPERINGS_BESIDE_ADJUSTED : TEMPERINGS,
                        random),
                (int) (usualOrOf(0, DEFERRED_SHARES, random) * epochs),
                usualOrOf(1, RATES, random) * learningRate);
    }

    private static double usualOrOf(double usual, List<Double> others, Random random) {
        double other = others.get(random.nextInt(others.size()));
        return random.nextBoolean() ? usual : other;
    }
}
