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
 * Settings of a text teacher: a frozen pretrained sentence encoder with a linear head, which is trained on its vectors
 * within seconds. The {@code with} methods return changed copies.
 *
 * <pre>{@code
 * Teacher<String> teacher = SentenceTransformer.miniLm().fit(splits, 7);
 * }</pre>
 *
 * @param encoder embeds the texts; preferably {@link SentenceEncoder#remembering remembering}
 * @param objective what the head is trained for
 * @param schedule epochs, batches and step size of the head
 */
public record SentenceTransformer(SentenceEncoder encoder, Objective objective, Schedule schedule) {

    private static final String NAME = "transformer";
    private static final Schedule SCHEDULE = Schedule.of(40).withBatchSize(256).withLearningRate(0.2);

    private static final Schedule ADJUSTED_SCHEDULE =
            Schedule.of(30).withBatchSize(256).withLearningRate(0.05);

    /**
     * A head on {@link SentenceEncoder#miniLm()}, with the settings of {@link #of}.
     *
     * @return the settings
     */
    public static SentenceTransformer miniLm() {
        return of(SentenceEncoder.miniLm());
    }

    /**
     * A head on any encoder, trained with cross-entropy: 40 epochs in batches of 256 at learning rate 0.2, chosen by
     * cross-validation on MiniLM's vectors of length 1. Shorter vectors need a larger learning rate.
     *
     * @param encoder embeds texts; each text is embedded once
     * @return the settings
     */
    public static SentenceTransformer of(SentenceEncoder encoder) {
        return new SentenceTransformer(encoder.remembering(), Objectives.crossEntropy(), SCHEDULE);
    }

    /**
     * Keeps embeddings in files; see {@link SentenceEncoder#cachedIn}.
     *
     * @param folder holds the files; created if it does not exist
     * @return a changed copy
     */
    public SentenceTransformer cachedIn(Path folder) {
        return new SentenceTransformer(encoder.cachedIn(folder), objective, schedule);
    }

    /**
     * Trains the head with the logit-adjusted loss instead, for 30 epochs at learning rate 0.05, chosen by
     * cross-validation: a teacher that is better on rare classes. Balanced distillation then needs weaker weights; the
     * default tempering beside such a teacher is {@value io.github.bkd4j.study.LossSettings#TEMPERING_BESIDE_ADJUSTED}.
     *
     * @return a changed copy
     */
    public SentenceTransformer logitAdjusted() {
        return new SentenceTransformer(encoder, Objectives.logitAdjusted(1), ADJUSTED_SCHEDULE);
    }

    /**
     * Sets the objective of the head.
     *
     * @param value an objective that needs no teacher
     * @return a changed copy
     */
    public SentenceTransformer withObjective(Objective value) {
        return new SentenceTransformer(encoder, value, schedule);
    }

    /**
     * Sets the schedule of the head.
     *
     * @param value the schedule
     * @return a changed copy
     */
    public SentenceTransformer withSchedule(Schedule value) {
        return new SentenceTransformer(encoder, objective, value);
    }

    /**
     * The encoder's word vectors, as initial embeddings of a student.
     *
     * @return the vectors, embedded on demand
     */
    public EncoderVectors vectors() {
        return new EncoderVectors(encoder);
    }

    /**
     * The architecture of the head, for a plan of your own.
     *
     * @return a linear classifier on the encoder's vectors
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
