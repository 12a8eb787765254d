package io.github.bkd4j.transformer;

import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.network.Perceptron;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Schedule;
import java.nio.file.Path;

/**
 * A teacher of texts: a pre-trained sentence encoder, which stays as it is, with a linear head that is trained on its
 * vectors within seconds. The {@code with} methods return changed copies.
 *
 * <pre>{@code
 * Teacher<String> teacher = SentenceTransformer.miniLm().fit(splits, 7);
 * }</pre>
 *
 * @param encoder embeds texts; best one that remembers
 * @param objective what the head is trained for
 * @param schedule how long and how fast
 */
public record SentenceTransformer(SentenceEncoder encoder, Objective objective, Schedule schedule) {

    private static final String NAME = "transformer";
    private static final Schedule SCHEDULE = Schedule.of(40).withBatchSize(256).withLearningRate(0.2);

    private static final Schedule ADJUSTED_SCHEDULE =
            Schedule.of(30).withBatchSize(256).withLearningRate(0.05);

    /**
     * A head over {@link SentenceEncoder#miniLm()}, with the settings of {@link #of}.
     *
     * @return the recipe of a teacher
     */
    public static SentenceTransformer miniLm() {
        return of(SentenceEncoder.miniLm());
    }

    /**
     * A head over any encoder, trained under cross-entropy: 40 epochs in batches of 256 at learning rate 0.2, found by
     * cross-validation on MiniLM's vectors, which have length 1. Shorter vectors want a larger rate.
     *
     * @param encoder embeds texts; each text is embedded once
     * @return the recipe of a teacher
     */
    public static SentenceTransformer of(SentenceEncoder encoder) {
        return new SentenceTransformer(encoder.remembering(), Objectives.crossEntropy(), SCHEDULE);
    }

    /**
     * Keeps embeddings in files; see {@link SentenceEncoder#cachedIn}.
     *
     * @param folder where the files are; made if it is missing
     * @return a changed copy
     */
    public SentenceTransformer cachedIn(Path folder) {
        return new SentenceTransformer(encoder.cachedIn(folder), objective, schedule);
    }

    /**
     * The same with a head that is trained under the logit-adjusted loss, 30 epochs at learning rate 0.05, as
     * cross-validation found: a teacher that knows more of rare classes. What balanced distillation adds is then less:
     * a tempering of 0.75 instead of the temperature.
     *
     * @return a changed copy
     */
    public SentenceTransformer logitAdjusted() {
        return new SentenceTransformer(encoder, Objectives.logitAdjusted(1), ADJUSTED_SCHEDULE);
    }

    /**
     * Sets what the head is trained for.
     *
     * @param value an objective without a teacher
     * @return a changed copy
     */
    public SentenceTransformer withObjective(Objective value) {
        return new SentenceTransformer(encoder, value, schedule);
    }

    /**
     * Sets how long and how fast the head is trained.
     *
     * @param value the schedule
     * @return a changed copy
     */
    public SentenceTransformer withSchedule(Schedule value) {
        return new SentenceTransformer(encoder, objective, value);
    }

    /**
     * The same encoder's vectors of words, for a student's embeddings to start from.
     *
     * @return the vectors, embedded when asked for
     */
    public EncoderVectors vectors() {
        return new EncoderVectors(encoder);
    }

    /**
     * The head alone, for a plan of one's own.
     *
     * @return a linear head over the encoder's vectors
     */
    public Perceptron<String> architecture() {
        return Perceptron.linear(new SentenceEncoding(encoder)).withLearningRate(schedule.learningRate());
    }

    /**
     * Embeds the training split and trains the head on its labels.
     *
     * @param splits at least two classes in the training split
     * @param seed of the initial parameters and the order of instances
     * @return the teacher {@code transformer}
     * @throws IllegalArgumentException as {@link Distillation#train} does
     * @throws io.github.bkd4j.corpus.CorpusException if the training split has fewer than two classes
     * @throws EncoderException if the encoder refuses a text
     */
    public Teacher<String> fit(Splits<String> splits, long seed) {
        return Teacher.of(
                NAME,
                Distillation.builder(architecture())
                        .objective(objective)
                        .schedule(schedule)
                        .seed(seed)
                        .build()
                        .train(splits));
    }
}
