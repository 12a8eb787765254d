package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bkd4j.Toy;
import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.balance.Sampler;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.io.Threads;
import io.github.bkd4j.loss.LossTerms;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.Network;
import io.github.bkd4j.objective.DistillationObjective;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.optimize.listeners.CollectScoresListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingLoopTest {

    private static final Corpus<String> CORPUS = Toy.corpus(1, 40, 20, 10);
    private static final Schedule SCHEDULE = Schedule.of(3).withBatchSize(16).withLearningRate(0.02);
    private static final Temperature TWO = Temperature.of(2);

    private final List<EpochSummary> epochs = new ArrayList<>();
    private final List<Long> steps = new ArrayList<>();
    private final TrainingMonitor monitor = new TrainingMonitor() {
        @Override
        public void step(long step, long all) {
            steps.add(step);
            assertThat(all).isEqualTo(15);
        }

        @Override
        public void epoch(EpochSummary summary, int planned) {
            epochs.add(summary);
        }
    };

    static Stream<Architecture<String>> architectures() {
        return Stream.of(Toy.bag(), Toy.cnn());
    }

    private static Inputs inputs(Architecture<String> architecture) {
        return architecture.encoding().fit(CORPUS.instances()).encode(CORPUS.instances());
    }

    private static TrainingLoop loop(
            Architecture<String> architecture,
            Objective objective,
            Schedule schedule,
            long seed,
            TrainingMonitor monitor,
            @Nullable ToDoubleFunction<Network> validation) {
        TrainingData data =
                new TrainingData(inputs(architecture), CORPUS.classes(), CORPUS.counts(), Toy.teacher(CORPUS));
        return new TrainingLoop(data, objective, schedule, seed, monitor, validation);
    }

    private static Network network(Architecture<String> architecture, TrainingLoop loop) {
        Encoder<String> encoder = architecture.encoding().fit(CORPUS.instances());
        return new Network(architecture.build(encoder.shape(), 3, loop.optimiser(), 1));
    }

    private static Trained train(Architecture<String> architecture, Objective objective, Schedule schedule, long seed) {
        TrainingLoop loop = loop(architecture, objective, schedule, seed, TrainingMonitor.SILENT, null);
        return loop.run(network(architecture, loop));
    }

    private static List<LossTerms> terms(Objective objective) {
        return train(Toy.bag(), objective, SCHEDULE, 1).history().stream()
                .map(EpochSummary::loss)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void theSeedAndNotTheThreadsDecideTheResultToTheLastBit(Architecture<String> architecture) {
        Objective bkd = Objectives.balancedDistillation(TWO, ClassWeights.effectiveNumber(0.99));
        Inputs inputs = inputs(architecture);

        Trained trained = train(architecture, bkd, SCHEDULE, 1);
        int threads = Threads.count();
        Threads.use(threads + 1);
        Trained again = train(architecture, bkd, SCHEDULE, 1);
        Threads.use(threads);
        Trained other = train(architecture, bkd, SCHEDULE, 2);

        assertThat(again.network().logits(inputs))
                .isDeepEqualTo(trained.network().logits(inputs));
        assertThat(again.history()).isEqualTo(trained.history());
        assertThat(other.network().logits(inputs))
                .isNotEqualTo(trained.network().logits(inputs));
    }

    @Test
    void aListenerOfDl4jHearsOfEachStepAndChangesNothing() {
        CollectScoresListener scores = new CollectScoresListener(1);
        TrainingMonitor monitor = new TrainingMonitor() {
            @Override
            public List<TrainingListener> listeners() {
                return List.of(scores);
            }
        };
        TrainingLoop loop = loop(Toy.bag(), Objectives.crossEntropy(), SCHEDULE, 1, monitor, null);
        Trained trained = loop.run(network(Toy.bag(), loop));

        assertThat(scores.getListScore().size()).isEqualTo(SCHEDULE.epochs() * SCHEDULE.steps(CORPUS.size()));
        assertThat(trained.history())
                .isEqualTo(
                        train(Toy.bag(), Objectives.crossEntropy(), SCHEDULE, 1).history());
    }

    @Test
    void everySamplerTrains() {
        for (Sampler sampler : List.of(Sampler.classBalanced(), Sampler.squareRoot(), Sampler.progressive())) {
            List<EpochSummary> history = train(Toy.bag(), Objectives.crossEntropy(), SCHEDULE.withSampler(sampler), 1)
                    .history();
            assertThat(history.get(2).loss().total())
                    .isLessThan(history.get(0).loss().total());
        }
    }

    @Test
    void theMonitorHearsOfEveryStepAndEpoch() {
        TrainingLoop loop = loop(Toy.bag(), Objectives.crossEntropy(), SCHEDULE, 1, monitor, null);
        Trained trained = loop.run(network(Toy.bag(), loop));

        assertThat(steps).hasSize(15).startsWith(1L, 2L).endsWith(15L).isSorted();
        assertThat(epochs).isEqualTo(trained.history()).hasSize(3);
        assertThat(epochs).extracting(EpochSummary::epoch).containsExactly(0, 1, 2);
        assertThat(epochs).extracting(EpochSummary::validation).containsOnly(OptionalDouble.empty());
    }

    @Test
    void theBestEpochIsKept() {
        Inputs inputs = inputs(Toy.bag());
        Iterator<Double> scores = List.of(0.1, 0.5, 0.4, 0.5, 0.9).iterator();
        List<float[][]> logits = new ArrayList<>();
        ToDoubleFunction<Network> validation = network -> {
            logits.add(network.logits(inputs));
            return scores.next();
        };
        Schedule patient = new Schedule(5, 16, 0.02, 2, Sampler.instanceBalanced(), Optimiser.adam());
        TrainingLoop loop = loop(Toy.bag(), Objectives.crossEntropy(), patient, 1, TrainingMonitor.SILENT, validation);

        Trained trained = loop.run(network(Toy.bag(), loop));

        assertThat(trained.history())
                .extracting(summary -> summary.validation().orElseThrow())
                .containsExactly(0.1, 0.5, 0.4, 0.5);
        assertThat(trained.network().logits(inputs))
                .isDeepEqualTo(logits.get(1))
                .isNotEqualTo(logits.get(3));
    }

    @Test
    void withoutPatienceTheLastEpochIsKept() {
        Inputs inputs = inputs(Toy.bag());
        Iterator<Double> scores = List.of(0.9, 0.5, 0.1).iterator();
        List<float[][]> logits = new ArrayList<>();
        TrainingLoop loop = loop(Toy.bag(), Objectives.crossEntropy(), SCHEDULE, 1, TrainingMonitor.SILENT, network -> {
            logits.add(network.logits(inputs));
            return scores.next();
        });

        Trained trained = loop.run(network(Toy.bag(), loop));

        assertThat(trained.history()).hasSize(3);
        assertThat(trained.network().logits(inputs)).isDeepEqualTo(logits.get(2));
    }

    /** Or it could not be saved. */
    @Test
    void theKeptNetworkHasTheLossItselfAndNoListener() {
        Objective bkd = Objectives.balancedDistillation(TWO, ClassWeights.instanceBalanced());
        Schedule patient = SCHEDULE.withPatience(1);
        Iterator<Double> scores = List.of(0.5, 0.4).iterator();
        TrainingLoop loop = loop(Toy.bag(), bkd, patient, 1, TrainingMonitor.SILENT, network -> scores.next());

        for (Network kept : List.of(
                loop.run(network(Toy.bag(), loop)).network(),
                train(Toy.bag(), bkd, SCHEDULE, 1).network())) {
            BaseOutputLayer output =
                    (BaseOutputLayer) kept.graph().getLayer("output").conf().getLayer();
            assertThat(output.getLossFn()).isNotInstanceOf(MeteredLoss.class);
            assertThat(output.getLossFn().name()).isEqualTo("distillation from soft targets");
            assertThat(kept.graph().getListeners()).isEmpty();
        }
    }

    @Test
    void patienceWithoutValidationIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> train(Toy.bag(), Objectives.crossEntropy(), SCHEDULE.withPatience(2), 1))
                .withMessage("patience 2 must have a validation split but there was none");
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void divergenceIsNoticed(Architecture<String> architecture) {
        assertThatThrownBy(() -> train(architecture, Objectives.crossEntropy(), SCHEDULE.withLearningRate(1e30), 1))
                .isInstanceOf(DivergedException.class)
                .hasMessageMatching("training diverged in epoch 1 at layer (text|output),"
                        + " after a loss of \\d+\\.\\d+(E\\d+)?; try a learning rate smaller than 1.0E30");
    }

    @Test
    void theFirstLayerThatIsNotFiniteIsNamed() {
        TrainingLoop loop = withoutTeacher(Toy.bag(), Objectives.crossEntropy());
        Network network = network(Toy.bag(), loop);
        network.texts().values().iterator().next().parameters().get(0).row(1)[0] = Float.POSITIVE_INFINITY;

        assertThatThrownBy(() -> loop.run(network))
                .isInstanceOf(DivergedException.class)
                .hasMessageStartingWith("training diverged in epoch 1 at layer text,");
        assertThat(network.firstNonFinite()).hasValue("text");
    }

    private static TrainingLoop withoutTeacher(Architecture<String> architecture, Objective objective) {
        TrainingData data = new TrainingData(inputs(architecture), CORPUS.classes(), CORPUS.counts(), null);
        return new TrainingLoop(data, objective, SCHEDULE, 1, TrainingMonitor.SILENT, null);
    }

    @Test
    void aDistillationWithoutTeacherIsRefused() {
        TrainingLoop loop = withoutTeacher(Toy.bag(), Objectives.distillation(TWO, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop.run(network(Toy.bag(), loop)))
                .withMessage("distillation from soft targets must have a teacher's logits but had none");
    }

    @Test
    void crossEntropyHasNoDistillationTerm() {
        assertThat(terms(Objectives.crossEntropy())).allMatch(terms -> terms.hard() > 0 && terms.distillation() == 0);
    }

    @Test
    void distillationHasBothTermsAndBothFall() {
        List<LossTerms> terms = terms(Objectives.distillation(TWO, 1));
        assertThat(terms.get(2).hard()).isPositive().isLessThan(terms.get(0).hard());
        assertThat(terms.get(2).distillation())
                .isPositive()
                .isLessThan(terms.get(0).distillation());
    }

    @Test
    void deferredReweightingIsPlainDistillationUntilItsEpoch() {
        DistillationObjective bkd = Objectives.balancedDistillation(TWO, ClassWeights.inverseFrequency(1));
        List<LossTerms> kd = terms(Objectives.distillation(TWO, 1));
        List<LossTerms> deferred = terms(bkd.withReweighting(Reweighting.deferredToEpoch(2)));

        assertThat(deferred.subList(0, 2)).isEqualTo(kd.subList(0, 2));
        assertThat(deferred.get(2).distillation()).isNotCloseTo(kd.get(2).distillation(), within(1e-3));
        assertThat(terms(bkd).get(0).distillation()).isNotCloseTo(kd.get(0).distillation(), within(1e-3));
    }

    @Test
    void reweightingDeferredBeyondTheEndIsPlainDistillation() {
        DistillationObjective bkd = Objectives.balancedDistillation(TWO, ClassWeights.inverseFrequency(1));
        assertThat(terms(bkd.withReweighting(Reweighting.deferredToEpoch(3))))
                .isEqualTo(terms(Objectives.distillation(TWO, 1)));
    }

    /** The first batch's terms are those of the untrained network: worked from its logits. */
    @Test
    void theHistoryIsTheMeanOverInstances() {
        Architecture<String> bag = Toy.bag().withDropout(0);
        Schedule oneStep = new Schedule(1, CORPUS.size(), 0.01, 0, Sampler.instanceBalanced(), Optimiser.adam());
        TrainingLoop loop = loop(bag, Objectives.crossEntropy(), oneStep, 1, TrainingMonitor.SILENT, null);
        Network network = network(bag, loop);
        Logits before = new Logits(CORPUS.labels(), network.logits(inputs(bag)));
        double crossEntropy = 0;
        for (int row = 0; row < CORPUS.size(); row++) {
            crossEntropy -= before.logProbabilities(row)[CORPUS.classOf(row)] / CORPUS.size();
        }

        assertThat(loop.run(network).history().get(0).loss().hard()).isCloseTo(crossEntropy, within(1e-6));
    }
}
