package io.github.bkd4j.study;

import io.github.bkd4j.network.TextArchitecture;
import io.github.bkd4j.train.Schedule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a tuning of balanced distillation of label sets tries: the usual setting, and others drawn from a grid of
 * {@value #SIZE} settings of tempering, alpha and temperature.
 *
 * @param network the student
 * @param schedule of the student, without patience, so that all candidates have all their epochs
 */
public record MultiLabelSearchSpace(TextArchitecture network, Schedule schedule) {

    /** Number of settings, the usual one among them. */
    public static final int SIZE = 45;

    private static final List<Double> TEMPERINGS = List.of(0.0, 0.15, MultiLabelLoss.TEMPERING, 0.6, 1.0);
    private static final List<Double> ALPHAS = List.of(0.5, LossSettings.ALPHA, 2.0);
    private static final List<Double> TEMPERATURES = List.of(1.0, LossSettings.TEMPERATURE, 4.0);

    /** The usual setting, then others, each different; the first of many are those of few. */
    List<Candidate> candidates(int count, long seed) {
        LossSettings usual = settings(MultiLabelLoss.TEMPERING, LossSettings.ALPHA, LossSettings.TEMPERATURE);
        List<LossSettings> others = new ArrayList<>(
                grid().filter(settings -> !settings.equals(usual)).toList());
        Collections.shuffle(others, new Random(seed));
        return Stream.concat(
                        Stream.of(candidate(MultiLabelLoss.BKD.toString(), usual)),
                        IntStream.range(0, others.size()).mapToObj(i -> candidate("drawn " + (i + 1), others.get(i))))
                .limit(count)
                .toList();
    }

    private static Stream<LossSettings> grid() {
        return TEMPERINGS.stream()
                .flatMap(tempering -> ALPHAS.stream()
                        .flatMap(alpha ->
                                TEMPERATURES.stream().map(temperature -> settings(tempering, alpha, temperature))));
    }

    private static LossSettings settings(double tempering, double alpha, double temperature) {
        return new LossSettings(
                temperature,
                alpha,
                LossSettings.BETA,
                OptionalDouble.of(tempering),
                OptionalDouble.empty(),
                0,
                LossSettings.ADJUSTMENT);
    }

    private Candidate candidate(String name, LossSettings settings) {
        return new Candidate(name, LossName.BKD, settings, schedule.learningRate());
    }

    /** The training of a candidate, under its name. */
    MultiLabelTrial trial(Candidate candidate) {
        return MultiLabelLoss.BKD.trial(candidate.settings(), network, schedule).named(candidate.name());
    }
}
