package io.github.bkd4j.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.network.Head;
import io.github.bkd4j.network.Network;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.text.TextEncoding;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A training in a process of its own, to be killed: arguments are the checkpoint and where the result is written. */
final class KilledRun {

    private static final TrainingMonitor SAYS_EPOCHS = new TrainingMonitor() {
        @Override
        public void epoch(EpochSummary summary, int epochs) {
            System.out.println("epoch");
        }
    };

    private KilledRun() {}

    public static void main(String[] args) {
        Corpus<String> corpus = Toy.corpus(1, 40, 20, 10);
        Architecture<String> bag = new BagOfEmbeddings( // wide, so that writing takes its time
                TextEncoding.bagOfNgrams().withNgrams(1).withMinCount(1), 20_000, 0, 0.2, Head.LINEAR, 0);
        Encoder<String> encoder = bag.encoding().fit(corpus.instances());
        TrainingData data =
                new TrainingData(encoder.encode(corpus.instances()), corpus.classes(), corpus.counts(), null);
        Schedule schedule = Schedule.of(60).withBatchSize(8);
        TrainingLoop loop = new TrainingLoop(data, Objectives.focal(2), schedule, 7, SAYS_EPOCHS, null);
        Network network = new Network(bag.build(encoder.shape(), 3, loop.optimiser(), 7));
        CheckpointFile everyEpoch = new CheckpointFile(Path.of(args[0]), Map.of(), () -> 0);
        Trained trained = loop.resume(network, everyEpoch);
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        new NetworkState("network", trained.network()).write(blocks);
        AtomicFile.write(Path.of(args[1]), out -> {
            for (byte[] block : blocks.values()) {
                out.write(block);
            }
            out.write(trained.history().toString().getBytes(UTF_8));
        });
    }
}
