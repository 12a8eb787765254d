package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bkd4j.Killer;
import io.github.bkd4j.Toy;
import io.github.bkd4j.archive.ArchiveFormat;
import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.balance.Sampler;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Scores;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.Network;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that was ended, and goes on. */
class CheckpointTest {

    private static final Corpus<String> CORPUS = Toy.corpus(1, 30, 12, 6);
    private static final int STEPS = 6; // of an epoch
    private static final Schedule SCHEDULE = Schedule.of(5).withBatchSize(8).withLearningRate(0.02);
    private static final Schedule PATIENT = Schedule.of(12)
            .withBatchSize(8)
            .withLearningRate(0.05)
            .withPatience(2)
            .withSampler(Sampler.progressive());
    private static final Objective DEFERRED = Objectives.balancedDistillation(
                    Temperature.of(2), ClassWeights.inverseFrequency(1))
            .withReweighting(Reweighting.deferredToEpoch(3));

    @TempDir
    Path folder;

    private record Run(Architecture<String> architecture, Objective objective, Schedule schedule) {

        @Override
        public String toString() {
            return architecture.getClass().getSimpleName() + ", " + objective.name() + ", patience "
                    + schedule.patience();
        }

        Trained of(TrainingMonitor monitor, @Nullable Checkpoint checkpoint) {
            Encoder<String> encoder = architecture.encoding().fit(CORPUS.instances());
            Inputs inputs = encoder.encode(CORPUS.instances());
            TrainingData data = new TrainingData(inputs, CORPUS.classes(), CORPUS.counts(), teacher());
            TrainingLoop loop = new TrainingLoop(data, objective, schedule, 7, monitor, validation(inputs));
            return loop.run(new Network(architecture.build(encoder.shape(), 3, loop.optimiser(), 7)), checkpoint);
        }

        private @Nullable ToDoubleFunction<Network> validation(Inputs inputs) {
            return schedule.patience() == 0
                    ? null
                    : network -> Scores.of(new Logits(CORPUS.labels(), network.logits(inputs)), CORPUS, CORPUS.counts())
                            .balancedAccuracy();
        }

        private static Logits teacher() {
            float[][] logits = new float[CORPUS.size()][3];
            for (int row = 0; row < logits.length; row++) {
                logits[row][CORPUS.classOf(row)] = 1 + row % 4;
            }
            return new Logits(CORPUS.labels(), logits);
        }
    }

    static Stream<Run> runs() {
        return Stream.of(
                new Run(Toy.bag(), Objectives.crossEntropy(), SCHEDULE),
                new Run(Toy.cnn(), DEFERRED, SCHEDULE),
                new Run(Toy.bag(), DEFERRED, PATIENT));
    }

    private Checkpoint checkpoint() {
        return new Checkpoint(
                folder.resolve("run.checkpoint"),
                Fingerprint.of().with("seed", 7).with("student", "bag"));
    }

    /** Everything there is to a network, and the history. */
    private static List<Object> everything(Trained trained) {
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        new NetworkState("network", trained.network()).write(blocks);
        assertThat(blocks).hasSizeGreaterThan(3);
        return List.of(
                trained.history(),
                blocks.keySet(),
                blocks.values().stream().map(ByteBuffer::wrap).toList());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void whereverItIsKilledItEndsAsIfItHadNotBeen(Run run) {
        List<Object> unbroken = everything(run.of(Killer.NEVER, null));
        for (int step : List.of(1, STEPS, STEPS + 1, 3 * STEPS, 3 * STEPS + 2)) {
            Checkpoint checkpoint = new Checkpoint(folder.resolve(step + ".checkpoint"), Fingerprint.of());
            assertThatThrownBy(() -> run.of(new Killer(step), checkpoint)).isInstanceOf(Killer.Killed.class);
            assertThatThrownBy(() -> run.of(new Killer(step + 7), checkpoint)).isInstanceOf(Killer.Killed.class);
            assertThat(everything(run.of(Killer.NEVER, checkpoint)))
                    .as("killed at step %d", step)
                    .isEqualTo(unbroken);
        }
    }

    @Test
    void aRunThatIsDoneHasNothingLeftToDo() {
        for (Run run : runs().toList()) {
            Checkpoint checkpoint = new Checkpoint(folder.resolve(run + ".checkpoint"), Fingerprint.of());
            List<Object> first = everything(run.of(Killer.NEVER, checkpoint));
            assertThat(everything(run.of(new Killer(1), checkpoint))).isEqualTo(first);
        }
    }

    @Test
    void earlyStoppingHasStoppedAndTheBestIsNotTheLast() {
        Trained trained = new Run(Toy.bag(), DEFERRED, PATIENT).of(Killer.NEVER, null);
        assertThat(trained.history()).hasSizeLessThan(12); // or the test above could not fail
    }

    private static Run bag() {
        return new Run(Toy.bag(), Objectives.crossEntropy(), SCHEDULE);
    }

    @Test
    void theMonitorHearsWhereItGoesOn() {
        assertThatThrownBy(() -> bag().of(new Killer(STEPS + 3), checkpoint())).isInstanceOf(Killer.Killed.class);
        Killer again = new Killer(-1);
        bag().of(again, checkpoint());
        assertThat(again.resumed()).containsExactly(1);
    }

    @Test
    void anotherRunIsRefused() {
        bag().of(Killer.NEVER, checkpoint());
        Path file = checkpoint().file();
        assertRefused(
                new Checkpoint(file, Fingerprint.of().with("seed", 8).with("student", "bag")),
                "the checkpoint must be of this run, with seed 8, but has 7");
        assertRefused(
                new Checkpoint(file, Fingerprint.of().with("seed", 7)),
                "the checkpoint must be of this run, with student none, but has \"bag\"");
    }

    private static void assertRefused(Checkpoint checkpoint, String message) {
        assertThatThrownBy(() -> bag().of(Killer.NEVER, checkpoint))
                .isInstanceOf(CheckpointException.class)
                .hasMessage(checkpoint.file() + ": " + message);
    }

    @Test
    void anotherNetworkIsRefused() {
        bag().of(Killer.NEVER, checkpoint());
        assertThatThrownBy(() -> new Run(Toy.cnn(), Objectives.crossEntropy(), SCHEDULE).of(Killer.NEVER, checkpoint()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageMatching(".*run.checkpoint: network/parameters.f32 must have \\d+ bytes for this network"
                        + " but had \\d+");
    }

    @Test
    void whatIsNoCheckpointIsRefused() throws IOException {
        Path file = checkpoint().file();
        Files.writeString(file, "no checkpoint");
        assertRefused(checkpoint(), "not a bkd checkpoint");
        new ArchiveFormat("bkd-checkpoint", "checkpoint", 2, false, Set.of()).write(file, Map.of());
        assertRefused(checkpoint(), "the checkpoint has format version 2 but this version of bkd reads up to 1");
        new ArchiveFormat("bkd-checkpoint", "checkpoint", 1, false, Set.of()).write(file, Map.of());
        assertRefused(checkpoint(), "the checkpoint has no progress.json");
        new ArchiveFormat("bkd-checkpoint", "checkpoint", 1, false, Set.of())
                .write(file, Map.of("progress.json", new byte[] {'{', '}'}));
        assertRefused(checkpoint(), "progress.json must describe a training but did not");
    }

    @Test
    void divergenceKeepsTheLastGoodCheckpoint() throws IOException {
        Checkpoint checkpoint = checkpoint();
        CheckpointFile file =
                new CheckpointFile(checkpoint.file(), checkpoint.run().entries(), () -> 0);
        Network network = bag().of(Killer.NEVER, null).network();
        TrainingState state = new TrainingState(network, 0);
        file.epochDone(state, true);
        byte[] good = Files.readAllBytes(checkpoint.file());

        network.texts().values().iterator().next().parameters().get(0).row(1)[0] = Float.NaN;
        file.epochDone(state, true);

        assertThat(checkpoint.file()).hasBinaryContent(good);
        assertThatThrownBy(() -> new Run(Toy.bag(), Objectives.crossEntropy(), SCHEDULE.withLearningRate(1e30))
                        .of(Killer.NEVER, new Checkpoint(folder.resolve("diverged"), Fingerprint.of())))
                .isInstanceOf(DivergedException.class);
        assertThat(folder.resolve("diverged")).doesNotExist();
    }

    /** The folder is a file: what a read-only folder is to somebody who is not root. */
    @Test
    void aCheckpointThatCannotBeWrittenEndsTheRun() throws IOException {
        Path blocked = Files.createFile(folder.resolve("blocked"));
        Path file = blocked.resolve("run.checkpoint");
        assertThatThrownBy(() -> bag().of(Killer.NEVER, new Checkpoint(file, Fingerprint.of())))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write " + file + ": " + blocked + " is not a folder");
    }

    /** A write takes 1 of the clock's seconds: the first, then none before 20 more have passed. */
    @Test
    void writingTakesATwentiethOfTheTimeAtMost() throws IOException {
        AtomicLong clock = new AtomicLong();
        Checkpoint checkpoint = checkpoint();
        CheckpointFile file =
                new CheckpointFile(checkpoint.file(), checkpoint.run().entries(), () -> clock.addAndGet(1));
        TrainingState state = new TrainingState(bag().of(Killer.NEVER, null).network(), 0);
        List<Integer> written = new ArrayList<>();
        for (int epoch = 0; epoch < 45; epoch++) {
            file.epochDone(state, epoch == 44);
            if (Files.deleteIfExists(checkpoint.file())) {
                written.add(epoch);
            }
        }
        assertThat(written).containsExactly(0, 20, 40, 44);
    }
}
