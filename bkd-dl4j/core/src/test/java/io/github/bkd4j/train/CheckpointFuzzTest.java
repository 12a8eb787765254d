package io.github.bkd4j.train;

import io.github.bkd4j.ArchiveFuzzContract;
import io.github.bkd4j.Killer;
import io.github.bkd4j.Toy;
import io.github.bkd4j.archive.ArchiveFormat;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.network.Network;
import io.github.bkd4j.objective.Objectives;
import java.nio.file.Path;

/** Of a training with early stopping, which keeps two networks. */
class CheckpointFuzzTest extends ArchiveFuzzContract {

    private static final Corpus<String> CORPUS = Toy.corpus(1, 20, 10, 5);
    private static final Encoder<String> ENCODER = Toy.bag().encoding().fit(CORPUS.instances());
    private static final TrainingData DATA =
            new TrainingData(ENCODER.encode(CORPUS.instances()), CORPUS.classes(), CORPUS.counts(), null);

    @Override
    protected ArchiveFormat format() {
        return CheckpointFile.FORMAT;
    }

    @Override
    protected Class<CheckpointException> own() {
        return CheckpointException.class;
    }

    @Override
    protected void write(Path file) {
        read(file);
    }

    /** What goes on from numbers without sense may diverge, and is told so. */
    @Override
    protected Object read(Path file) {
        try {
            Schedule schedule = Schedule.of(2).withBatchSize(16).withPatience(1);
            TrainingLoop loop =
                    new TrainingLoop(DATA, Objectives.crossEntropy(), schedule, 7, Killer.NEVER, network -> 1);
            Network network = new Network(Toy.bag().build(ENCODER.shape(), 3, loop.optimiser(), 7));
            return loop.run(network, new Checkpoint(file, Fingerprint.of()));
        } catch (DivergedException e) {
            return e;
        }
    }
}
