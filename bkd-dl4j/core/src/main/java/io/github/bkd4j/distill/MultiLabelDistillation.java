package io.github.bkd4j.distill;

import io.github.bkd4j.balance.Sampler;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.MultiLabelScores;
import io.github.bkd4j.evaluate.Thresholds;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.model.Provenance;
import io.github.bkd4j.network.Network;
import io.github.bkd4j.network.TextArchitecture;
import io.github.bkd4j.objective.MultiLabelObjective;
import io.github.bkd4j.train.Checkpoint;
import io.github.bkd4j.train.Schedule;
import io.github.bkd4j.train.Trained;
import io.github.bkd4j.train.TrainingData;
import io.github.bkd4j.train.TrainingLoop;
import io.github.bkd4j.train.TrainingMonitor;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a training on texts with sets of labels: what {@link Distillation} is for one class per text. Immutable
 * and reusable. With the same number of threads, the same plan on the same data gives a bit-identical student.
 *
 * <pre>{@code
 * MultiLabelDistillation plan = MultiLabelDistillation.of(
 *         BagOfEmbeddings.subwords(), new MultiLabelObjective.CrossEntropy(), Schedule.of(40), 7);
 * MultiLabelClassifier student = plan.train(splits);
 * }</pre>
 *
 * @param student the architecture to train, with a linear head
 * @param objective what the student is trained for
 * @param schedule epochs, batches, step size and optimiser; the sampler must be the instance-balanced one
 * @param seed of the initial parameters, the order of instances and dropout
 * @param monitor notified of progress
 * @param checkpoint the file in which a training saves its state, and from which it resumes if it exists; or null
 */
public record MultiLabelDistillation(
        TextArchitecture student,
        MultiLabelObjective objective,
        Schedule schedule,
        long seed,
        TrainingMonitor monitor,
        @Nullable Path checkpoint) {

    /**
     * Checks the sampler.
     *
     * @param student see {@link MultiLabelDistillation}
     * @param objective see {@link MultiLabelDistillation}
     * @param schedule see {@link MultiLabelDistillation}
     * @param seed see {@link MultiLabelDistillation}
     * @param monitor see {@link MultiLabelDistillation}
     * @param checkpoint see {@link MultiLabelDistillation}
     * @throws IllegalArgumentException if the sampler is another one
     */
    public MultiLabelDistillation {
        Checks.require(
                schedule.sampler().equals(Sampler.instanceBalanced()),
                "sampler of texts with sets of labels must be " + Sampler.instanceBalanced() + " but was "
                        + schedule.sampler());
    }

    /**
     * A plan that tells nobody and keeps no checkpoint.
     *
     * @param student see {@link MultiLabelDistillation}
     * @param objective see {@link MultiLabelDistillation}
     * @param schedule see {@link MultiLabelDistillation}
     * @param seed see {@link MultiLabelDistillation}
     * @return the plan
     * @throws IllegalArgumentException if the sampler is not the instance-balanced one
     */
    public static MultiLabelDistillation of(
            TextArchitecture student, MultiLabelObjective objective, Schedule schedule, long seed) {
        return new MultiLabelDistillation(student, objective, schedule, seed, TrainingMonitor.SILENT, null);
    }

    /**
     * Trains a student on the labels of the training split alone.
     *
     * @param splits at least two different sets of labels in the training split
     * @return the student, with thresholds of 0.5
     * @throws IllegalArgumentException if the objective needs a teacher, or as {@link #distill} does
     * @throws io.github.bkd4j.corpus.CorpusException as {@link #distill} does
     * @throws io.github.bkd4j.train.DivergedException if a loss or a parameter becomes NaN or infinite
     * @throws io.github.bkd4j.train.TrainingCancelledException if the monitor or an interrupt cancels the training
     * @throws io.github.bkd4j.train.CheckpointException if the checkpoint is damaged, or of another plan or other data
     */
    public MultiLabelClassifier train(MultiLabelSplits<String> splits) {
        Checks.require(
                !objective.needsTeacher(), "objective " + objective.name() + " must have a teacher but had none");
        return fit(splits, List.of(), "none", null);
    }

    /**
     * Trains a student on the labels of the training split, and on a teacher's logits for the same texts and for
     * others. The encoder is fitted on both. Under early stopping, the validation split decides when to stop.
     *
     * @param teacher name of the teacher, for provenance
     * @param logits of the training split, then of the unlabelled texts, over the labels of the training split; silent
     *     where the teacher has no prediction
     * @param splits at least two different sets of labels in the training split
     * @param unlabelled texts of which no label is known; may be empty
     * @return the student, with thresholds of 0.5
     * @throws IllegalArgumentException if the plan has patience but there is no validation split, there are unlabelled
     *     texts but the objective is not one of distillation, or the logits are not one row per text
     * @throws io.github.bkd4j.corpus.CorpusException if all training texts have the same labels, the teacher's labels
     *     differ, or the soft targets, 8 bytes per text and label, take more than half of Java's heap
     * @throws io.github.bkd4j.train.DivergedException if a loss or a parameter becomes NaN or infinite
     * @throws io.github.bkd4j.train.TrainingCancelledException if the monitor or an interrupt cancels the training
     * @throws io.github.bkd4j.train.CheckpointException if the checkpoint is damaged, or of another plan or other data
     */
    public MultiLabelClassifier distill(
            String teacher, Logits logits, MultiLabelSplits<String> splits, List<String> unlabelled) {
        if (!unlabelled.isEmpty() && !objective.needsTeacher()) {
            throw new IllegalArgumentException("objective " + objective.name()
                    + " must be one of distillation to learn from unlabelled instances but was none");
        }
        SoftTargetBudget.require(
                splits.train().size() + unlabelled.size(),
                splits.train().labels().size());
        return fit(splits, unlabelled, teacher, logits);
    }

    private MultiLabelClassifier fit(
            MultiLabelSplits<String> splits, List<String> unlabelled, String teacher, @Nullable Logits logits) {
        MultiLabelCorpus<String> training = splits.train();
        training.requireDifferentLabelSets("the training split");
        List<String> texts = Stream.concat(training.instances().stream(), unlabelled.stream())
                .toList();
        Encoder<String> encoder = student.encoding().fit(texts);
        Inputs inputs = encoder.encode(texts);
        int[][] sets =
                IntStream.range(0, training.size()).mapToObj(training::labelsOf).toArray(int[][]::new);
        ClassCounts counts = training.counts();
        TrainingLoop loop = new TrainingLoop(
                TrainingData.ofLabelSets(inputs, sets, counts, logits),
                objective.on(training.size()),
                schedule,
                seed,
                monitor,
                validation(encoder, splits));
        TextArchitecture started = student.startedOnSets(encoder, inputs, sets, counts.classes());
        Network network = new Network(started.build(encoder.shape(), counts.classes(), loop.optimiser(), seed));
        started.warmStart(network, encoder);
        Provenance provenance = PlanProvenance.of(this, teacher, training);
        Trained trained = loop.run(network, checkpoint(provenance, splits, unlabelled, logits));
        return new MultiLabelClassifier(
                student.model(encoder, trained.network()),
                counts,
                Thresholds.all(counts.labels(), Thresholds.HALF),
                provenance);
    }

    private @Nullable Checkpoint checkpoint(
            Provenance provenance, MultiLabelSplits<String> splits, List<String> unlabelled, @Nullable Logits logits) {
        String validation = schedule.patience() > 0 ? splits.validation().fingerprint() : null;
        return checkpoint == null
                ? null
                : new Checkpoint(checkpoint, PlanProvenance.ofRun(provenance, validation, unlabelled, logits));
    }

    private @Nullable ToDoubleFunction<Network> validation(Encoder<String> encoder, MultiLabelSplits<String> splits) {
        MultiLabelCorpus<String> validation = splits.validation();
        if (schedule.patience() == 0 || validation.size() == 0) {
            return null;
        }
        Inputs inputs = encoder.encode(validation.instances());
        List<String> labels = splits.train().labels();
        Thresholds any = Thresholds.all(labels, Thresholds.HALF); // average precision has none
        return network -> MultiLabelScores.of(
                        new Logits(labels, network.logits(inputs)),
                        any,
                        validation,
                        splits.train().counts())
                .macroAveragePrecision();
    }
}
