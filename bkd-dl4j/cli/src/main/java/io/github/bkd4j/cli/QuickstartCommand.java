package io.github.bkd4j.cli;

import io.github.bkd4j.corpora.WordNetGlosses;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.network.Pretrained;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.study.LossName;
import io.github.bkd4j.study.LossSettings;
import io.github.bkd4j.study.Study;
import io.github.bkd4j.study.StudyListener;
import io.github.bkd4j.study.StudyResult;
import io.github.bkd4j.study.TeacherRecipe;
import io.github.bkd4j.study.Trial;
import io.github.bkd4j.train.Schedule;
import io.github.bkd4j.transformer.SentenceEncoder;
import io.github.bkd4j.transformer.SentenceTransformer;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs everything, from training to classification, on a corpus that comes with the command. */
@Command(
        name = "quickstart",
        description = {
            "Train, compare and classify in a few minutes, on a corpus that comes with bkd: the "
                    + "glosses of WordNet (the definitions of its entries) in 45 classes, from 1500 texts down "
                    + "to 15.",
            "",
            "The teacher is a small pretrained sentence encoder (minilm, faster and not as good as "
                    + "the default of the other commands) with a linear head, trained once with "
                    + "cross-entropy and once with the logit-adjusted loss (teacher-la). It labels the training "
                    + "texts alone: with so small a teacher, texts made for the purpose (--transfer) bring nothing "
                    + "here. Five students, with three seeds each, are compared:",
            "  ce              learns from the labels alone (cross-entropy)",
            "  ce+pla          the same, corrected afterwards for how rare each",
            "                  class is (post-hoc logit adjustment)",
            "  logit-adjusted  learns from the labels, corrected all along",
            "  kd              learns from the labels and the teacher",
            "                  (knowledge distillation)",
            "  bkd             the same from teacher-la, with rare classes",
            "                  weighing more (balanced knowledge distillation)",
            "Then it writes a table, a page with plots and a model, and classifies three sentences.",
            ""
        },
        footerHeading = "%nExamples%n",
        footer = {"  bkd quickstart", "  bkd quickstart --out page --json figures.json", Manual.EXIT})
final class QuickstartCommand implements Callable<Integer> {

    private static final long SEED = 1;
    private static final int SEEDS = 3;
    private static final int EPOCHS = 12;
    private static final List<String> RIVALS = List.of("kd", "ce", "ce+pla", "logit-adjusted"); // of bkd
    private static final List<String> SENTENCES = List.of(
            "a small boat moved by oars",
            "the feeling of great joy after good news",
            "a strong reason that makes someone act");

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write the scores of every training to this file.")
    private @Nullable Path json;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Folder for the encoder's vectors, so that each text is embedded only once; 'none' keeps "
                    + "nothing. Default ${DEFAULT-VALUE}.")
    private String cache = Cache.usual();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for table and model; default ${DEFAULT-VALUE}.")
    private Path out = Path.of("target", "quickstart");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

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

    private Path page() {
        return out.resolve("report.html");
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

    private SentenceTransformer transformer() {
        SentenceTransformer transformer = SentenceTransformer.of(SentenceEncoder.miniLm());
        return Cache.of(cache)
                .map(folder -> transformer.cachedIn(folder.resolve("vectors")))
                .orElse(transformer);
    }

    private Report evaluate(Splits<String> splits) {
        SentenceTransformer transformer = transformer();
        TeacherRecipe recipe = TeacherRecipe.network(
                "transformer", objective -> TransformerTeacher.trial(objective.system(), transformer, objective));
        StudyResult result = Study.of(splits, SEED, recipe)
                .withListener(new KeptModel())
                .compare(trials(recipe, transformer), SEEDS);
        return Report.of(result.evaluation()).titled("WordNet glosses").withHistories(result.histories());
    }

    private static List<Trial> trials(TeacherRecipe recipe, SentenceTransformer transformer) {
        Architecture<String> network = new Pretrained(BagOfEmbeddings.subwords(), transformer.vectors());
        Schedule schedule = Schedule.of(EPOCHS).withLearningRate(network.learningRate());
        Function<LossName, Trial> trial = loss -> loss.trial(LossSettings.usual(), recipe, network, schedule);
        Trial ce = trial.apply(LossName.CE);
        return List.of(
                ce,
                ce.adjusted(LossSettings.ADJUSTMENT),
                trial.apply(LossName.LOGIT_ADJUSTED),
                trial.apply(LossName.KD),
                trial.apply(LossName.BKD));
    }

    /** Saves the BKD student of the first seed. */
    private final class KeptModel implements StudyListener {

        @Override
        public Monitor training(String name, long seed) {
            return new ShownTrainings(err()).training(name, seed);
        }

        @Override
        public void trained(String name, long seed, Classifier<String> classifier) {
            if (name.equals(LossName.BKD.toString()) && seed == SEED) {
                classifier.save(model());
            }
        }
    }

    private void report(Report report) {
        String text = report.table() + "\n\n" + report.against("bkd", RIVALS) + "\n";
        AtomicFile.write(table(), file -> file.write(text.getBytes(StandardCharsets.UTF_8)));
        report.comparing("bkd", RIVALS)
                .withReasons(new ModelReasons(TextClassifier.load(model())))
                .writeHtml(page());
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
        out().println("Plots are in " + page() + ", the student is in " + model() + ". Try:");
        out().println("  echo 'a large body of salt water' | " + bkd + " classify " + model());
        out().println("  " + bkd + " distill --train your.tsv --out your.bkd     (label<TAB>text, one per line)");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
