package io.github.bkd4j.cli;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpora.WordNetGlosses;
import io.github.bkd4j.corpus.AtomicFile;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.loss.Objective;
import io.github.bkd4j.loss.Objectives;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.teacher.Teacher;
import io.github.bkd4j.train.Schedule;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole way on a corpus that comes with the command. */
@Command(
        name = "quickstart",
        description = {
            "The whole way in a few minutes, on a corpus that comes with bkd: the glosses of WordNet (the sentences that "
                    + "explain its entries) in 45 classes, from 1500 texts down to 15.",
            "",
            "Trains a teacher and three students, each from three seeds, and compares them:",
            "  ce      learns from the labels alone (cross-entropy)",
            "  ce+pla  the same, corrected afterwards for how rare each class is",
            "          (post-hoc logit adjustment)",
            "  kd      learns from the labels and the teacher",
            "          (knowledge distillation)",
            "  bkd     the same, with rare classes weighing more",
            "          (balanced knowledge distillation)",
            "Then it writes the table and a model, and classifies three sentences.",
            ""
        },
        footer = "")
final class QuickstartCommand implements Callable<Integer> {

    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
    private static final Learner TEACHER = learner(TextNetwork.BAG.asTeacher());
    private static final Learner STUDENT = learner(TextNetwork.BAG.asStudent());

    private static final Temperature TEMPERATURE = Temperature.of(2);
    private static final Objective CE = Objectives.crossEntropy();
    private static final Objective KD = Objectives.distillation(TEMPERATURE, 1);
    private static final Objective BKD =
            Objectives.balancedDistillation(TEMPERATURE, ClassWeights.effectiveNumber(0.9999));

    private static final List<String> SENTENCES = List.of(
            "a small boat moved by oars",
            "the feeling of great joy after good news",
            "a strong reason that makes someone act");

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures of every training here.")
    private @Nullable Path json;

    @Option(names = "--out", paramLabel = "DIR", description = "Where table and model go; default ${DEFAULT-VALUE}.")
    private Path out = Path.of("target", "quickstart");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private static Learner learner(Architecture<String> network) {
        return new Learner(network, Schedule.of(12).withLearningRate(network.learningRate()));
    }

    @Override
    public Integer call() {
        requireWritable();
        Splits<String> splits = WordNetGlosses.longTailed();
        describe(splits);
        report(evaluate(splits));
        classify(TextClassifier.load(model()));
        sayWhatNext();
        return 0;
    }

    private void requireWritable() {
        AtomicFile.requireWritable(model());
        AtomicFile.requireWritable(table());
        if (json != null) {
            AtomicFile.requireWritable(json);
        }
    }

    private Path model() {
        return out.resolve("student.bkd");
    }

    private Path table() {
        return out.resolve("report.md");
    }

    private void describe(Splits<String> splits) {
        ClassCounts counts = splits.train().counts();
        err().printf(
                        Locale.ROOT,
                        "WordNet glosses: %,d for training, %,d for testing; %d classes, imbalance factor %.0f%n",
                        counts.total(),
                        splits.test().size(),
                        counts.classes(),
                        counts.imbalanceFactor());
    }

    private Evaluation<String> evaluate(Splits<String> splits) {
        Evaluation<String> evaluation = Evaluation.on(splits);
        for (long seed : SEEDS) {
            for (Training training : trainings(new Trainer(splits, seed, err()))) {
                evaluation = training.scored(evaluation);
            }
        }
        return evaluation;
    }

    /** Trains a teacher and three students; the BKD student of the first seed is the model that is kept. */
    private List<Training> trainings(Trainer trainer) {
        Training teacher = trainer.train("teacher", TEACHER, CE);
        Teacher<String> guide = Teacher.of(TextNetwork.BAG.name(), teacher.classifier());
        Training ce = trainer.train("ce", STUDENT, CE);
        Training kd = trainer.distill("kd", STUDENT, KD, guide);
        Training bkd = trainer.distill("bkd", STUDENT, BKD, guide);
        if (trainer.seed() == SEEDS.get(0)) {
            bkd.classifier().save(model());
        }
        return List.of(teacher, ce, ce.logitAdjusted(), kd, bkd);
    }

    private void report(Evaluation<String> evaluation) {
        Report report = Report.of(evaluation);
        String text = report.table() + "\n\n" + report.against("bkd", List.of("kd", "ce", "ce+pla")) + "\n";
        AtomicFile.write(table(), file -> file.write(text.getBytes(StandardCharsets.UTF_8)));
        if (json != null) {
            report.writeJson(json);
        }
        out().println(text);
    }

    private void classify(TextClassifier classifier) {
        List<Classification> answers = classifier.classify(SENTENCES);
        for (int i = 0; i < answers.size(); i++) {
            out().printf(
                            Locale.ROOT,
                            "%-16s %.2f  %s%n",
                            answers.get(i).label(),
                            answers.get(i).probability(),
                            SENTENCES.get(i));
        }
    }

    private void sayWhatNext() {
        String bkd = System.getProperty("bkd.launcher", "bkd");
        out().println();
        out().println("The table is in " + table() + ", the student in " + model() + ". Try:");
        out().println("  echo 'a large body of salt water' | " + bkd + " classify " + model());
        out().println("  " + bkd + " distill --train your.tsv --out your.bkd     (label<TAB>text, one a line)");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
