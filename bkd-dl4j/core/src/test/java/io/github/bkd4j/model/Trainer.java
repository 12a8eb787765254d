package io.github.bkd4j.model;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.Network;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.train.Schedule;
import io.github.bkd4j.train.TrainingData;
import io.github.bkd4j.train.TrainingLoop;
import io.github.bkd4j.train.TrainingMonitor;
import java.util.Map;
import java.util.TreeMap;

/** Classifiers for the tests of this package. */
final class Trainer {

    private Trainer() {}

    static TextClassifier train(Architecture<String> architecture, Corpus<String> corpus) {
        Encoder<String> encoder = architecture.encoding().fit(corpus.instances());
        TrainingData data =
                new TrainingData(encoder.encode(corpus.instances()), corpus.classes(), corpus.counts(), null);
        Schedule schedule = Schedule.of(3).withBatchSize(8).withLearningRate(0.03);
        TrainingLoop loop =
                new TrainingLoop(data, Objectives.crossEntropy(), schedule, 7, TrainingMonitor.SILENT, null);
        Architecture<String> started = architecture.startedOn(
                encoder,
                encoder.encode(corpus.instances()),
                corpus.classes(),
                corpus.counts().classes());
        Network network =
                new Network(started.build(encoder.shape(), corpus.counts().classes(), loop.optimiser(), 7));
        Provenance provenance = new Provenance(new TreeMap<>(Map.of("seed", "7", "teacher", "none")));
        return (TextClassifier)
                architecture.classifier(encoder, loop.run(network).network(), corpus.counts(), provenance);
    }
}
