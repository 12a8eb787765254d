package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.AtomicFile;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.loss.Objective;
import io.github.bkd4j.loss.Objectives;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.teacher.Teacher;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a teacher, then a student, and writes the student. */
@Command(
        name = "distill",
        customSynopsis = "bkd distill --train=DATA --out=MODEL [OPTIONS]",
        description = "Train a teacher on a corpus, distil it into a student, and write the student.",
        optionListHeading = "%nCorpus and model%n",
        sortOptions = false)
final class DistillCommand implements Callable<Integer> {

    @Option(names = "--train", required = true, paramLabel = "DATA", description = "What the networks learn from.")
    private Path train = Path.of("");

    @Option(
            names = "--valid",
            paramLabel = "DATA",
            description = "What tells when to stop, and which epoch was best; see --patience. Without it every epoch "
                    + "is trained and the last is kept.")
    private @Nullable Path valid;

    @Option(
            names = "--test",
            paramLabel = "DATA",
            description = "What teacher and student are scored on in the end; it has no part in the training.")
    private @Nullable Path test;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "MODEL",
            description = "Where the student is written, NAME.bkd; replaced if it is there.")
    private Path out = Path.of("");

    @ArgGroup(validate = false, heading = "%nNetworks%n")
    private NetworkOptions networks = new NetworkOptions();

    @ArgGroup(validate = false, heading = "%nWhat the student learns%n")
    private LossOptions loss = new LossOptions();

    @ArgGroup(validate = false, heading = "%nHow long and how fast%n")
    private ScheduleOptions schedule = new ScheduleOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Objective objective = loss.objective(schedule.epochs());
        Learner teacher = schedule.learner(networks.teacher().asTeacher(), valid != null);
        Learner student = schedule.learner(networks.student().asStudent(), valid != null);
        Splits<String> splits = splits();
        AtomicFile.requireWritable(out);
        List<Training> trainings = train(splits, teacher, student, objective);
        write(trainings.get(trainings.size() - 1).classifier());
        report(splits, trainings);
        return 0;
    }

    private Splits<String> splits() {
        Corpus<String> training = Corpus.read(train);
        training.requireAtLeastTwoClasses(train.toString());
        Corpus<String> none = training.rows(new int[0]);
        return Splits.of(training, valid == null ? none : Corpus.read(valid), test == null ? none : Corpus.read(test));
    }

    /** The teacher's training, if the student needs one, and the student's. */
    private List<Training> train(Splits<String> splits, Learner teacher, Learner student, Objective objective) {
        Trainer trainer =
                new Trainer(splits, schedule.seed(), spec.commandLine().getErr());
        if (!objective.needsTeacher()) {
            return List.of(trainer.train("student", student, objective));
        }
        Training taught = trainer.train("teacher", teacher, Objectives.crossEntropy());
        Teacher<String> guide = Teacher.of(networks.teacher().name(), taught.classifier());
        return List.of(taught, trainer.distill("student", student, objective, guide));
    }

    private void write(Classifier<String> student) {
        student.save(out);
        spec.commandLine().getErr().println("wrote " + out);
    }

    private void report(Splits<String> splits, List<Training> trainings) {
        if (test == null) {
            return;
        }
        Evaluation<String> evaluation = Evaluation.on(splits);
        for (Training training : trainings) {
            evaluation = training.scored(evaluation);
        }
        Classifier<String> student = trainings.get(trainings.size() - 1).classifier();
        spec.commandLine().getErr().println("wrote " + Card.write(student, out, evaluation, "student"));
        evaluation.warnings().forEach(warning -> spec.commandLine().getErr().println("bkd: " + warning));
        spec.commandLine().getOut().println(Report.of(evaluation).table());
    }
}
