package io.github.bkd4j.spark;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Version;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.teacher.LinearHead;
import io.github.bkd4j.transformer.NamedEncoder;
import io.github.bkd4j.transformer.SentenceEncoder;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/**
 * A teacher of sentence encoders with a linear head, {@link LinearHead#tuned}. The encoders travel by name: their jars
 * must be on the class path of driver and executors. Texts are embedded one at a time, so that their logits do not
 * depend on the batch or the partition.
 *
 * <pre>{@code
 * TeacherSource teacher = EncoderTeacher.of(NamedEncoder.MINILM).teach(spark, corpus, 7).teacher();
 * Dataset<Row> logits = new TeacherLabeler(teacher).label(texts, "logits");
 * }</pre>
 */
public final class EncoderTeacher implements TeacherSource {

    private static final long serialVersionUID = 1L;
    private static final double TAU = 1; // of the logit-adjusted loss

    /** By name. */
    private final List<NamedEncoder> encoders;

    /** From their vectors to logits; serializable. */
    private final Predictor<float[]> head;

    /** In the order of the logits. */
    private final List<String> labels;

    /** Fingerprint of what the head was trained on. */
    private final String identity;

    private EncoderTeacher(List<NamedEncoder> encoders, Predictor<float[]> head, List<String> labels, String identity) {
        this.encoders = encoders;
        this.head = head;
        this.labels = labels;
        this.identity = identity;
    }

    /**
     * How such a teacher is trained: labelled texts are embedded on the executors, the head is trained on the driver,
     * under the logit-adjusted loss. It throws {@link io.github.bkd4j.transformer.EncoderException} if the jar of an
     * encoder is not on the class path.
     *
     * @param encoders at least one; several are one, side by side
     * @return the training
     * @throws IllegalArgumentException if there is no encoder
     */
    public static TeacherTraining of(NamedEncoder... encoders) {
        Checks.require(encoders.length > 0, "encoders must be at least one but were none");
        List<NamedEncoder> named = List.of(encoders);
        return (session, training, seed) -> taught(session, training, named, seed);
    }

    private static TeacherTraining.Taught taught(
            SparkSession session, Corpus<String> training, List<NamedEncoder> encoders, long seed) {
        List<float[]> vectors =
                Arrays.asList(TextFunction.onExecutors(session, training.instances(), () -> encoder(encoders)::embed));
        Corpus<float[]> embedded = Corpus.of(IntStream.range(0, training.size())
                .mapToObj(i -> new Labeled<>(vectors.get(i), training.labels().get(training.classOf(i))))
                .toList());
        Function<List<float[]>, float[][]> asGiven =
                (Function<List<float[]>, float[][]> & Serializable) given -> given.toArray(float[][]::new);
        Predictor<float[]> head = LinearHead.tuned(TAU).fit(embedded, asGiven, seed);
        String identity = Fingerprint.of()
                .with("encoders", encoders)
                .with("training", training.fingerprint())
                .with("seed", seed)
                .with("version", Version.of(TextClassifier.class, LinearHead.class, NamedEncoder.class))
                .hex();
        return new TeacherTraining.Taught(
                new EncoderTeacher(encoders, head, training.labels(), identity), head.predict(vectors));
    }

    private static SentenceEncoder encoder(List<NamedEncoder> encoders) {
        return encoders.size() == 1
                ? encoders.get(0).encoder()
                : SentenceEncoder.joined(
                        encoders.stream().map(NamedEncoder::encoder).toList());
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public Predictor<String> open() {
        SentenceEncoder encoder = encoder(encoders);
        return texts -> head.predict(Arrays.asList(encoder.embed(texts)));
    }

    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of().with("teacher", identity);
    }
}
