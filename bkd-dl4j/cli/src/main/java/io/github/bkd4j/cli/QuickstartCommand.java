package io.github.bkd4j.cli;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpora.WordNetGlosses;
import io.github.bkd4j.corpus.AtomicFile;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.LogitAdjusted;
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
            "The whole way on WordNet glosses, cut to a long tail: a teacher, then students under cross-entropy (ce), the "
                    + "same with post-hoc logit adjustment (ce+pla), knowledge distillation (kd) and balanced knowledge "
                    + "distillation (bkd), three seeds each; a table, a saved model, and three classified sentences.",
            "Takes a few minutes."
        },
        mixinStandardHelpOptions = true)
final class QuickstartCommand implements Callable<Integer> {

    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
    private static final int EPOCHS = 12;
    private static final Architecture<String> TEACHER = TextNetwork.BAG.teacher();
    private static final Architecture<String> STUDENT = TextNetwork.BAG.student();
    private static final Temperature TEMPERATURE = Temperature.of(2);
    private static final List<String> SENTENCES = List.of(
            "a small boat moved by oars",
            "the feeling of great joy after good news",
            "a strong reason that makes someone act");

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures of every run to this file.")
    private @Nullable Path json;

    @Option(names = "--out", paramLabel = "DIR", description = "Where table and model go; default ${DEFAULT-VALUE}.")
    private Path out = Path.of("target", "quickstart");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Splits<String> splits = WordNetGlosses.longTailed();
        describe(splits);
        Evaluation<String> evaluation =
                Evaluation.on(splits.test(), splits.train().counts());
        Path model = out.resolve("student.bkd");
        for (long seed : SEEDS) {
            evaluation = oneSeed(seed, splits, evaluation, model);
        }
        report(evaluation);
        classify(TextClassifier.load(model));
        sayWhatNext(model);
        return 0;
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

    /** Trains a teacher and three students; the first seed's BKD student is the model that is kept. */
    private Evaluation<String> oneSeed(long seed, Splits<String> splits, Evaluation<String> before, Path model) {
        Training taught = run(seed, "teacher", TEACHER, Objectives.crossEntropy(), null, splits);
        Teacher<String> teacher = Teacher.of("bag", taught.classifier());
        Training ce = run(seed, "ce", STUDENT, Objectives.crossEntropy(), null, splits);
        Training kd = run(seed, "kd", STUDENT, Objectives.distillation(TEMPERATURE, 1), teacher, splits);
        Training bkd = run(
                seed,
                "bkd",
                STUDENT,
                Objectives.balancedDistillation(TEMPERATURE, ClassWeights.effectiveNumber(0.9999)),
                teacher,
                splits);
        if (seed == SEEDS.get(0)) {
            bkd.classifier().save(model);
        }
        Evaluation<String> evaluation = ce.scored("ce", seed, taught.scored("teacher", seed, before));
        evaluation = evaluation.of(
                "ce+pla",
                seed,
                new LogitAdjusted<>(ce.classifier(), splits.train().counts(), 1),
                ce.seconds(),
                ce.classifier().parameters());
        return bkd.scored("bkd", seed, kd.scored("kd", seed, evaluation));
    }

    private Training run(
            long seed,
            String system,
            Architecture<String> network,
            Objective objective,
            @Nullable Teacher<String> teacher,
            Splits<String> splits) {
        Schedule schedule = Schedule.of(EPOCHS).withLearningRate(network.learningRate());
        return Training.run("seed " + seed + ", " + system, network, objective, schedule, seed, teacher, splits, err());
    }

    private void report(Evaluation<String> evaluation) {
        Report report = Report.of(evaluation);
        String text = report.table() + "\n\n"
                + new Differences("bkd", evaluation.results()).table(List.of("kd", "ce", "ce+pla")) + "\n";
        AtomicFile.write(out.resolve("report.md"), file -> file.write(text.getBytes(StandardCharsets.UTF_8)));
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

    private void sayWhatNext(Path model) {
        out().println();
        out().println("The table is in " + out.resolve("report.md") + ", the student in " + model + ". Try:");
        out().println("  echo 'a large body of salt water' | ./bkd classify " + model);
        out().println("  ./bkd distill --train your.tsv --out your.bkd     (label<TAB>text, a text a line)");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
