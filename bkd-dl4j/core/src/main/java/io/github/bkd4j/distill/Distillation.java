package io.github.bkd4j.distill;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Scores;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.Provenance;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.JointNetwork;
import io.github.bkd4j.network.Network;
import io.github.bkd4j.network.NetworkClassifier;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.teacher.CorpusLogits;
import io.github.bkd4j.teacher.CrossFitted;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Checkpoint;
import io.github.bkd4j.train.Schedule;
import io.github.bkd4j.train.Trained;
import io.github.bkd4j.train.TrainingData;
import io.github.bkd4j.train.TrainingLoop;
import io.github.bkd4j.train.TrainingMonitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a training: student, objective, schedule and seed. Immutable and reusable. With the same number of
 * threads, the same plan on the same data gives a bit-identical student.
 *
 * <pre>{@code
 * Distillation<String> plan = Distillation.builder(BagOfEmbeddings.small())
 *         .objective(Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999)))
 *         .epochs(20)
 *         .seed(7)
 *         .build();
 * Classifier<String> student = plan.distill(teacher, splits);
 * }</pre>
 *
 * @param <X> what is classified: a {@link String} for text
 * @param student the architecture to train
 * @param objective what the student is trained for
 * @param schedule epochs, batches, step size and optimiser
 * @param seed of the initial parameters, the order of instances, augmentation and dropout
 * @param monitor notified of progress
 * @param checkpoint the file in which a training saves its state, and from which it resumes if it exists; or null
 */
public record Distillation<X>(
        Architecture<X> student,
        Objective objective,
        Schedule schedule,
        long seed,
        TrainingMonitor monitor,
        @Nullable Path checkpoint) {

    /**
     * Starts a plan.
     *
     * @param <X> what is classified
     * @param student the architecture to train
     * @return a builder; objective, schedule and seed are still to be set
     */
    public static <X> DistillationBuilder<X> builder(Architecture<X> student) {
        return new DistillationBuilder<>(student);
    }

    /**
     * Trains a student on the labels of the training split and on the teacher's logits. Under early stopping, the
     * validation split decides when to stop; the test split is not used.
     *
     * @param teacher predicts the training split; its classes must be those of the training split
     * @param splits at least two classes in the training split
     * @return the student
     * @throws IllegalArgumentException if the plan has patience but there is no validation split, the objective weights
     *     a class without a training instance, or the student augments its inputs and the teacher is not a trained
     *     network
     * @throws io.github.bkd4j.corpus.CorpusException if the training split has fewer than two classes, the teacher's
     *     classes differ, or the soft targets, 8 bytes per instance and class, take more than half of Java's heap
     * @throws io.github.bkd4j.train.DivergedException if a loss or a parameter becomes NaN or infinite
     * @throws io.github.bkd4j.train.TrainingCancelledException if the monitor or an interrupt cancels the training
     * @throws io.github.bkd4j.train.CheckpointException if the checkpoint is damaged, or of another plan or other data
     * @throws java.io.UncheckedIOException if the checkpoint cannot be written
     */
    public Classifier<X> distill(Teacher<X> teacher, Splits<X> splits) {
        return distill(teacher, splits, List.of());
    }

    /**
     * Trains a student on the training split and on unlabelled instances, with the teacher's logits for both.
     * Unlabelled instances contribute the distillation term alone. The encoder is fitted on both.
     *
     * @param teacher predicts both; as for {@link #distill(Teacher, Splits)}
     * @param splits at least two classes in the training split
     * @param unlabelled instances without a label; may be empty
     * @return the student
     * @throws IllegalArgumentException as {@link #distill(Teacher, Splits)} does, or if there are unlabelled instances
     *     but the objective is not one of distillation
     * @throws io.github.bkd4j.corpus.CorpusException as {@link #distill(Teacher, Splits)} does
     * @throws io.github.bkd4j.train.DivergedException if a loss or a parameter becomes NaN or infinite
     * @throws io.github.bkd4j.train.TrainingCancelledException if the monitor or an interrupt cancels the training
     * @throws io.github.bkd4j.train.CheckpointException if the checkpoint is damaged, or of another plan or other data
     * @throws java.io.UncheckedIOException if the checkpoint cannot be written
     */
    public Classifier<X> distill(Teacher<X> teacher, Splits<X> splits, List<X> unlabelled) {
        requireTeachable(splits, unlabelled);
        Logits labelled = teacher.predict(splits.train().instances());
        return fit(
                splits,
                unlabelled,
                new Imitated<>(teacher.name(), teacher.classifier(), joined(labelled, teacher, unlabelled)));
    }

    /**
     * Trains a student on the training split and its precomputed logits.
     *
     * @param logits of the training split, over its classes
     * @param splits as for {@link #distill(Teacher, Splits)}
     * @return the student
     * @throws IllegalArgumentException as {@link #distill(Teacher, Splits)} does, or if the student augments its inputs
     * @throws io.github.bkd4j.teacher.LogitsException if the logits belong to another corpus
     * @throws io.github.bkd4j.corpus.CorpusException as {@link #distill(Teacher, Splits)} does
     * @throws io.github.bkd4j.train.DivergedException if a loss or a parameter becomes NaN or infinite
     * @throws io.github.bkd4j.train.TrainingCancelledException if the monitor or an interrupt cancels the training
     * @throws io.github.bkd4j.train.CheckpointException if the checkpoint is damaged, or of another plan or other data
     * @throws java.io.UncheckedIOException if the checkpoint cannot be written
     */
    public Classifier<X> distill(CorpusLogits<X> logits, Splits<X> splits) {
        requireTeachable(splits, List.of());
        return fit(splits, List.of(), new Imitated<>(logits.name(), Optional.empty(), logits.about(splits.train())));
    }

    /**
     * Trains a student on the training split with its precomputed logits, and on unlabelled instances with a teacher's
     * logits, as {@link #distill(Teacher, Splits, List)} does.
     *
     * @param logits of the training split, over its classes
     * @param splits as for {@link #distill(Teacher, Splits)}
     * @param teacher predicts the unlabelled instances only; for {@link CrossFitted} logits, their
     *     {@link CrossFitted#mean mean}
     * @param unlabelled instances without a label; may be empty
     * @return the student
     * @throws IllegalArgumentException as {@link #distill(CorpusLogits, Splits)} does, or if there are unlabelled
     *     instances but the objective is not one of distillation
     * @throws io.github.bkd4j.teacher.LogitsException if the logits belong to another corpus
     * @throws io.github.bkd4j.corpus.CorpusException as {@link #distill(Teacher, Splits)} does
     * @throws io.github.bkd4j.train.DivergedException if a loss or a parameter becomes NaN or infinite
     * @throws io.github.bkd4j.train.TrainingCancelledException if the monitor or an interrupt cancels the training
     * @throws io.github.bkd4j.train.CheckpointException if the checkpoint is damaged, or of another plan or other data
     * @throws java.io.UncheckedIOException if the checkpoint cannot be written
     */
    public Classifier<X> distill(CorpusLogits<X> logits, Splits<X> splits, Teacher<X> teacher, List<X> unlabelled) {
        requireTeachable(splits, unlabelled);
        Logits labelled = logits.about(splits.train());
        return fit(
                splits,
                unlabelled,
                new Imitated<>(logits.name(), Optional.empty(), joined(labelled, teacher, unlabelled)));
    }

    private void requireTeachable(Splits<X> splits, List<X> unlabelled) {
        splits.train().requireAtLeastTwoClasses("the training split");
        if (!unlabelled.isEmpty() && !objective.needsTeacher()) {
            throw new IllegalArgumentException("objective " + objective.name()
                    + " must be one of distillation to learn from unlabelled instances but was none");
        }
        SoftTargetBudget.require(
                splits.train().size() + unlabelled.size(),
                splits.train().labels().size());
    }

    private static <X> Logits joined(Logits labelled, Teacher<X> teacher, List<X> unlabelled) {
        return unlabelled.isEmpty() ? labelled : labelled.and(teacher.predict(unlabelled));
    }

    /**
     * Trains on the labels of the training split alone: for objectives without a teacher, and to train teachers.
     *
     * @param splits at least two classes in the training split
     * @return the trained classifier
     * @throws IllegalArgumentException if the objective needs a teacher, or as {@link #distill} does
     * @throws io.github.bkd4j.corpus.CorpusException if the training split has fewer than two classes
     * @throws io.github.bkd4j.train.DivergedException if a loss or a parameter becomes NaN or infinite
     * @throws io.github.bkd4j.train.TrainingCancelledException if the monitor or an interrupt cancels the training
     * @throws io.github.bkd4j.train.CheckpointException if the checkpoint is damaged, or of another plan or other data
     * @throws java.io.UncheckedIOException if the checkpoint cannot be written
     */
    public Classifier<X> train(Splits<X> splits) {
        if (objective.needsTeacher()) {
            throw new IllegalArgumentException("objective " + objective.name() + " must have a teacher but had none");
        }
        splits.train().requireAtLeastTwoClasses("the training split");
        return fit(splits, List.of(), null);
    }

    private Classifier<X> fit(Splits<X> splits, List<X> unlabelled, @Nullable Imitated<X> teacher) {
        Logits logits = teacher == null ? null : teacher.logits();
        Corpus<X> training = splits.train();
        List<X> instances = Stream.concat(training.instances().stream(), unlabelled.stream())
                .toList();
        Encoder<X> encoder = student.encoding().fit(training.instances(), unlabelled);
        Inputs inputs = encoder.encode(instances);
        TrainingData data = new TrainingData(inputs, training.classes(), training.counts(), logits);
        TrainingLoop loop = new TrainingLoop(data, objective, schedule, seed, monitor, validation(encoder, splits));
        int classes = training.counts().classes();
        Architecture<X> started = student.startedOn(encoder, inputs, training.classes(), classes);
        Network network = new Network(started.build(encoder.shape(), classes, loop.optimiser(), seed));
        started.warmStart(network, encoder);
        if (teacher != null && inputs.changesEachEpoch() && objective.needsTeacher()) {
            network = new JointNetwork(networkOf(teacher, encoder), network);
        }
        Provenance provenance = PlanProvenance.of(this, teacher == null ? "none" : teacher.name(), training);
        Trained trained = loop.run(network, checkpoint(provenance, splits, unlabelled, logits));
        return student.classifier(encoder, trained.network().alone(), training.counts(), provenance);
    }

    /** The teacher of a student: its name, its classifier if it is one, and its logits. */
    private record Imitated<X>(String name, Optional<Classifier<X>> classifier, Logits logits) {}

    /** The student's inputs are augmented, and the teacher must see the same inputs as the student. */
    private static <X> Network networkOf(Imitated<X> teacher, Encoder<X> encoder) {
        if (teacher.classifier().orElse(null) instanceof NetworkClassifier<X> trained) {
            return trained.networkFor(encoder);
        }
        throw new IllegalArgumentException("teacher of a student with augmentation must be a trained network, which"
                + " sees each batch, but was " + teacher.name());
    }

    private @Nullable Checkpoint checkpoint(
            Provenance provenance, Splits<X> splits, List<X> unlabelled, @Nullable Logits logits) {
        return checkpoint == null
                ? null
                : new Checkpoint(checkpoint, PlanProvenance.ofRun(provenance, this, splits, unlabelled, logits));
    }

    private @Nullable ToDoubleFunction<Network> validation(Encoder<X> encoder, Splits<X> splits) {
        Corpus<X> validation = splits.validation();
        if (schedule.patience() == 0 || validation.size() == 0) {
            return null;
        }
        Inputs inputs = encoder.encode(validation.instances());
        Corpus<X> training = splits.train();
        return network -> Scores.of(
                        new Logits(training.labels(), network.logits(inputs)), validation, training.counts())
                .balancedAccuracy();
    }
}
