package io.github.bkd4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Features;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.network.Network;
import io.github.bkd4j.objective.Objectives;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many unlabelled instances come in turn, so that an epoch does not get longer with their number. */
class UnlabelledTurnsTest {

    private static final Corpus<String> CORPUS = Toy.corpus(1, 4, 3, 3);
    private static final int EPOCHS = 6;
    private static final int BATCH = 100;

    /** Tells how often each row was looked at. */
    private record Counted(Inputs inputs, Map<Integer, Integer> reads) implements Inputs {

        @Override
        public int size() {
            return inputs.size();
        }

        @Override
        public synchronized Features features(int... rows) {
            for (int row : rows) {
                reads.merge(row, 1, Integer::sum);
            }
            return inputs.features(rows);
        }

        @Override
        public int length(int row) {
            return inputs.length(row);
        }
    }

    @ParameterizedTest
    @CsvSource({"5000, 6, 306", "5001, 3, 156", "15000, 2, 306"})
    void eachComesEquallyOften(int unlabelled, int reads, long steps) {
        List<String> texts = new ArrayList<>(CORPUS.instances());
        Stream.generate(() -> CORPUS.instances().get(0)).limit(unlabelled).forEach(texts::add);
        Encoder<String> encoder = Toy.bag().encoding().fit(texts);
        Counted inputs = new Counted(encoder.encode(texts), new HashMap<>());
        Logits teacher = new Logits(CORPUS.labels(), new float[texts.size()][3]);
        List<Long> all = new ArrayList<>();
        TrainingMonitor monitor = new TrainingMonitor() {
            @Override
            public void step(long step, long planned) {
                all.add(planned);
            }
        };
        TrainingLoop loop = new TrainingLoop(
                new TrainingData(inputs, CORPUS.classes(), CORPUS.counts(), teacher),
                Objectives.distillation(Temperature.of(2), 1),
                Schedule.of(EPOCHS).withBatchSize(BATCH),
                1,
                monitor,
                null);

        loop.run(new Network(Toy.bag().build(encoder.shape(), 3, loop.optimiser(), 1)));

        for (int row = 0; row < texts.size(); row++) {
            assertThat(inputs.reads()).containsEntry(row, row < CORPUS.size() ? EPOCHS : reads);
        }
        assertThat(all).allMatch(planned -> planned == steps).hasSizeLessThanOrEqualTo((int) steps);
    }
}
