package io.github.bkd4j.study;

import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.train.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * What a tuning tries: the usual settings, and others drawn at random. In a draw each value is the usual one in half of
 * the cases, so that most draws differ from the usual in two or three.
 *
 * @param recipe where the teacher comes from; only one that is trained can be under the logit-adjusted loss
 * @param network the student
 * @param schedule of the student, with the usual learning rate; without patience, so that all candidates have all their
 *     epochs
 */
public record SearchSpace(TeacherRecipe recipe, Architecture<String> network, Schedule schedule) {

    private static final int MOST_DRAWS = 1000; // in search of a new one
    private static final List<Double> TEMPERATURES = List.of(1.0, 1.5, 3.0, 4.0);
    private static final List<Double> ALPHAS = List.of(0.5, 2.0, 4.0);
    private static final List<Double> BETAS = List.of(0.99, 0.999);
    private static final List<Double> TEMPERINGS = List.of(0.75, 1.0, 2.0, 2.5, 3.0);
    private static final List<Double> TEMPERINGS_BESIDE_ADJUSTED = List.of(0.25, 0.5, 1.0, 1.5, 2.0);
    private static final List<Double> DEFERRED_SHARES = List.of(0.5, 0.8); // of the epochs
    private static final List<Double> RATES = List.of(0.5, 2.0); // times the usual

    /** The training of a candidate. */
    Trial trial(Candidate candidate) {
        return candidate
                .loss()
                .trial(candidate.settings(), recipe, network, schedule.withLearningRate(candidate.learningRate()));
    }

    /** The defaults, the paper's settings, and the defaults beside a teacher under cross-entropy. */
    List<Candidate> usual() {
        double plain = LossSettings.tempering(TeacherObjective.CROSS_ENTROPY);
        Candidate paper = usual("bkd-paper", LossName.BKD_PLAIN, LossSettings.TEMPERATURE);
        return recipe.isTrained()
                ? List.of(
                        usual("bkd", LossName.BKD, LossSettings.tempering(TeacherObjective.LOGIT_ADJUSTED)),
                        paper,
                        usual("bkd-plain", LossName.BKD_PLAIN, plain))
                : List.of(usual("bkd", LossName.BKD_PLAIN, plain), paper);
    }

    private Candidate usual(String name, LossName loss, double tempering) {
        return new Candidate(
                name,
                loss,
                new LossSettings(
                        LossSettings.TEMPERATURE,
                        LossSettings.ALPHA,
                        LossSettings.BETA,
                        OptionalDouble.of(tempering),
                        OptionalDouble.empty(),
                        0,
                        LossSettings.ADJUSTMENT),
                schedule.learningRate());
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
        boolean adjusted = recipe.isTrained() && random.nextBoolean();
        LossSettings settings = new LossSettings(
                usualOrOf(LossSettings.TEMPERATURE, TEMPERATURES, random),
                usualOrOf(LossSettings.ALPHA, ALPHAS, random),
                usualOrOf(LossSettings.BETA, BETAS, random),
                OptionalDouble.of(
                        adjusted
                                ? usualOrOf(LossSettings.TEMPERING_BESIDE_ADJUSTED, TEMPERINGS_BESIDE_ADJUSTED, random)
                                : usualOrOf(LossSettings.TEMPERING, TEMPERINGS, random)),
                OptionalDouble.empty(),
                (int) (usualOrOf(0, DEFERRED_SHARES, random) * schedule.epochs()),
                LossSettings.ADJUSTMENT);
        return new Candidate(
                name,
                adjusted ? LossName.BKD : LossName.BKD_PLAIN,
                settings,
                usualOrOf(1, RATES, random) * schedule.learningRate());
    }

    private static double usualOrOf(double usual, List<Double> others, Random random) {
        double other = others.get(random.nextInt(others.size()));
        return random.nextBoolean() ? usual : other;
    }
}
