package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.ForgedArchive;
import io.github.bkd4j.Fuzz;
import io.github.bkd4j.Killer;
import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.loss.Objectives;
import io.github.bkd4j.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged checkpoints: the file itself, and blocks of a file whose manifest vouches for them. */
class CheckpointFuzzTest {

    private static final Corpus<String> CORPUS = Toy.corpus(1, 20, 10, 5);
    private static final List<String> WORDS = List.of(
            "PK\1\2", "PK\5\6", "null", "-1", "2147483647", "1e400", "\"NaN\"", "[", "{", "\"", "\"run\":{", "true,");

    private static final Encoder<String> ENCODER = Toy.bag().encoding().fit(CORPUS.instances());
    private static final TrainingData DATA =
            new TrainingData(ENCODER.encode(CORPUS.instances()), CORPUS.classes(), CORPUS.counts(), null);

    @TempDir
    Path folder;

    @Test
    void fewDamagedFiles() throws IOException {
        damagedFiles(Fuzz.FEW);
        damagedBlocks(Fuzz.FEW);
    }

    @Test
    @Tag("slow")
    void manyDamagedFiles() throws IOException {
        damagedFiles(Fuzz.MANY);
    }

    @Test
    @Tag("slow")
    void manyDamagedBlocks() throws IOException {
        damagedBlocks(Fuzz.MANY);
    }

    private void damagedFiles(int cases) throws IOException {
        byte[] whole = Files.readAllBytes(whole());
        Path file = folder.resolve("damaged.checkpoint");
        int readable = new Fuzz(file, List.of(whole), WORDS).run(cases, 1, CheckpointException.class, () -> goOn(file));
        assertThat(readable).isLessThan(cases / 2);
    }

    private void damagedBlocks(int cases) throws IOException {
        Path file = folder.resolve("forged.checkpoint");
        ForgedArchive.of(CheckpointFile.FORMAT, file, whole())
                .fuzz(cases, WORDS, CheckpointException.class, () -> goOn(file));
    }

    /** Of a training with early stopping, which keeps two networks. */
    private Path whole() {
        Path file = folder.resolve("whole.checkpoint");
        goOn(file);
        return file;
    }

    /** What goes on from numbers without sense may diverge, and is told so. */
    private static Object goOn(Path file) {
        try {
            Schedule schedule = Schedule.of(2).withBatchSize(16).withPatience(1);
            TrainingLoop loop =
                    new TrainingLoop(DATA, Objectives.crossEntropy(), schedule, 7, Killer.NEVER, network -> 1);
            Network network = new Network(Toy.bag().build(ENCODER.shape(), 3, loop.optimiser(), 7));
            return loop.run(network, new Checkpoint(file, new TreeMap<>()));
        } catch (DivergedException e) {
            return e;
        }
    }
}
