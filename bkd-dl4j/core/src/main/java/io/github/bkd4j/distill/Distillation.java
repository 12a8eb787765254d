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
 * The plan of a training: which student, for what, how long, from which seed. Immutable, and used as often as wanted;
 * the same plan on the same data gives the same student, to the last bit, with the same number of threads.
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
 * @param student the architecture that is trained
 * @param objective what it is trained for
 * @param schedule how long and how fast
 * @param seed of the initial parameters, the order of instances, and dropout
 * @param monitor told how training goes
 * @param checkpoint where a training keeps its state at the end of an epoch, and goes on from if it is there; or null
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
     * @param student the architecture that is trained
     * @return a builder that still wants an objective, a schedule and a seed
     */
    public static <X> DistillationBuilder<X> builder(Architecture<X> student) {
        return new DistillationBuilder<>(student);
    }

    /**
     * Trains a student on the training split and on what the teacher says of it. With patience in the schedule, the
     * validation split says when to stop; the test split is not looked at.
     *
     * @param teacher labels the training split; its classes must be those of the training split
     * @param splits at least two classes in the training split
     * @return the student
     * @throws IllegalArgumentException if the plan has patience but there is no validation split, a class that is
     *     weighted has no training instance, or the teacher knows other classes
     * @throws io.github.bkd4j.corpus.CorpusException if the training split has fewer than two classes, or its soft
     *     targets, 8 bytes an instance and class, take more than half of Java's heap
     * @throws io.github.bkd4j.train.DivergedException if the loss is no longer finite
     * @throws io.github.bkd4j.train.TrainingCancelledException if the monitor or an interrupt cancels the training
     * @throws io.github.bkd4j.train.CheckpointException if the checkpoint is damaged, or of another plan or other data
     * @throws java.io.UncheckedIOException if the checkpoint cannot be written
     */
    public Classifier<X> distill(Teacher<X> teacher, Splits<X> splits) {
        return distill(teacher, splits, List.of());
    }

    /**
     * Trains a student on the training split, and on what the teacher says of it and of instances that nobody has
     * labelled: from those the student learns by the distillation term alone. The encoder learns from both.
     *
     * @param teacher labels both; as for {@link #distill(Teacher, Splits)}
     * @param splits at least two classes in the training split
     * @param unlabelled instances without a label, in any number
     * @return the student
     * @throws IllegalArgumentException as {@link #distill(Teacher, Splits)} does, or if there are instances without a
     *     label but the objective needs no teacher
     * @throws io.github.bkd4j.corpus.CorpusException if the training split has fewer than two classes
     * @throws io.github.bkd4j.train.DivergedException if the loss is no longer finite
     * @throws io.github.bkd4j.train.TrainingCancelledException if the monitor or an interrupt cancels the training
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
     * Trains a student on the training split and on logits about it.
     *
     * @param logits about the training split; over its classes
     * @param splits as for {@link #distill(Teacher, Splits)}
     * @return the student
     * @throws IllegalArgumentException as {@link #distill(Teacher, Splits)} does, or if the student augments its inputs
     * @throws io.github.bkd4j.teacher.LogitsException if the logits are about another corpus
     * @throws io.github.bkd4j.corpus.CorpusException as {@link #distill(Teacher, Splits)} does
     * @throws io.github.bkd4j.train.DivergedException if the loss is no longer finite
     * @throws io.github.bkd4j.train.TrainingCancelledException if the monitor or an interrupt cancels the training
     * @throws io.github.bkd4j.train.CheckpointException if the checkpoint is damaged, or of another plan or other data
     * @throws java.io.UncheckedIOException if the checkpoint cannot be written
     */
    public Classifier<X> distill(CorpusLogits<X> logits, Splits<X> splits) {
        requireTeachable(splits, List.of());
        return fit(splits, List.of(), new Imitated<>(logits.name(), Optional.empty(), logits.about(splits.train())));
    }

    /**
     * Trains a student on the training split and on logits about it, and on what a teacher says of instances that
     * nobody has labelled, as {@link #distill(Teacher, Splits, List)} does.
     *
     * @param logits about the training split; over its classes
     * @param splits as for {@link #distill(Teacher, Splits)}
     * @param teacher labels the instances without a label alone; for {@link CrossFitted} logits, their mean
     * @param unlabelled instances without a label, in any number
     * @return the student
     * @throws IllegalArgumentException as {@link #distill(CorpusLogits, Splits)} does, or if there are instances
     *     without a label but the objective needs no teacher
     * @throws io.github.bkd4j.teacher.LogitsException if the logits are about another corpus
     * @throws io.github.bkd4j.corpus.CorpusException as {@link #distill(Teacher, Splits)} does
     * @throws io.github.bkd4j.train.DivergedException if the loss is no longer finite
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
     * Trains on the training split's labels alone; for objectives that need no teacher, and for teachers themselves.
     *
     * @param splits at least two classes in the training split
     * @return the trained classifier
     * @throws IllegalArgumentException if the objective needs a teacher, or as {@link #distill} does
     * @throws io.github.bkd4j.corpus.CorpusException if the training split has fewer than two classes
     * @throws io.github.bkd4j.train.DivergedException if the loss is no longer finite
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
        Encoder<X> encoder = student.encoding().fit(instances);
        Inputs inputs = encoder.encode(instances);
        TrainingData data = new TrainingData(inputs, training.classes(), training.counts(), logits);
        TrainingLoop loop = new TrainingLoop(data, objective, schedule, seed, monitor, validation(encoder, splits));
        Network network =
                new Network(student.build(encoder.shape(), training.counts().classes(), loop.optimiser(), seed));
        student.warmStart(network, encoder);
        if (teacher != null && inputs.changesEachEpoch() && objective.needsTeacher()) {
            network = new JointNetwork(networkOf(teacher, encoder), network);
        }
        Provenance provenance = PlanProvenance.of(this, teacher == null ? "none" : teacher.name(), training);
        Trained trained = loop.run(network, checkpoint(provenance, splits, unlabelled, logits));
        return student.classifier(encoder, trained.network().alone(), training.counts(), provenance);
    }

    /** Whose logits a student learns from. */
    private record Imitated<X>(String name, Optional<Classifier<X>> classifier, Logits logits) {}

    /** The student's inputs change from epoch to epoch, and the teacher must see what the student sees. */
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
