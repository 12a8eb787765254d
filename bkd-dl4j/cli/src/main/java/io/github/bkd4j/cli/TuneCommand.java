package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.Head;
import io.github.bkd4j.study.Candidate;
import io.github.bkd4j.study.CrossValidation;
import io.github.bkd4j.study.LossName;
import io.github.bkd4j.study.LossSettings;
import io.github.bkd4j.study.MultiLabelSearchSpace;
import io.github.bkd4j.study.MultiLabelStudy;
import io.github.bkd4j.study.MultiLabelTuningResult;
import io.github.bkd4j.study.SearchSpace;
import io.github.bkd4j.study.Study;
import io.github.bkd4j.study.SuccessiveHalving;
import io.github.bkd4j.study.TeacherRecipe;
import io.github.bkd4j.study.ThresholdRule;
import io.github.bkd4j.study.Trial;
import io.github.bkd4j.study.TuningResult;
import io.github.bkd4j.train.Schedule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Chooses how a student is distilled, and writes that as a plan. */
@Command(
        name = "tune",
        customSynopsis = "bkd tune --train=DATA --out=PLAN.yaml [OPTIONS]",
        description = {
            "Choose loss, temperature, alpha, class weights, deferral and learning rate of a balanced distillation by "
                    + "balanced accuracy, and write them as a plan for 'bkd distill --plan'. A test file has no part "
                    + "in it.",
            "",
            "Settings are scored by cross-validation on the training file, teachers included, or on a validation file. "
                    + "The usual settings (bkd, bkd-paper, bkd-plain) take every round; of the others, drawn at random, "
                    + "each round keeps the better half. One of these is chosen only if it lies above the best of the "
                    + "usual by more than one standard error of the paired difference.",
            "",
            "Where texts have sets of labels, temperature, alpha and tempering of bkd are chosen by macro-F1, with "
                    + "thresholds that other texts choose; a drawn setting must be above the usual one by about one standard error "
                    + "(approximate randomisation, p < 0.32).",
            "",
            "A training that is finished is kept (see --cache): the same command, stopped and given again, resumes "
                    + "where it was.",
            ""
        },
        optionListHeading = "%nCorpus and plan%n",
        sortOptions = false,
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd tune --train a.tsv --out plan.yaml --minutes 15",
            "  bkd distill --plan plan.yaml --train a.tsv --out m.bkd",
            Manual.DATA,
            Manual.CACHE,
            Manual.EXIT
        })
final class TuneCommand implements Callable<Integer> {

    private static final int USUAL_TRIALS = 16;
    private static final int USUAL_FOLDS = 5;
    private static final int MOST_TRIALS = 64;
    private static final int TOP = 8; // rows of the table in the plan
    private static final Set<String> NOT_IN_A_PLAN = Set.of("--seed", "--cache"); // of the student and its teacher

    @Option(names = "--train", required = true, paramLabel = "DATA", description = "What the networks learn from.")
    private Path train = Path.of("");

    @Option(
            names = "--valid",
            paramLabel = "DATA",
            description = "What settings are scored on. Without it the training texts are dealt into folds, each class "
                    + "evenly, and each fold is classified by students and teachers that have not seen it.")
    private @Nullable Path valid;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PLAN.yaml",
            description = "Where the plan is written; replaced if it is there.")
    private Path out = Path.of("");

    @ArgGroup(validate = false, heading = ColumnOptions.HEADING, order = ColumnOptions.ORDER)
    private ColumnOptions columns = new ColumnOptions();

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "How many settings are tried, the usual ones among them, >= 1. Default " + USUAL_TRIALS
                    + ", or with --minutes as many as there is time for; where texts have sets of labels "
                    + TunedLabelSets.USUAL_CANDIDATES + ", at most " + MultiLabelSearchSpace.SIZE + ".")
    private @Nullable Integer trials;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "Stop before M minutes have gone by, > 0; what is chosen then depends on how fast the "
                    + "machine is.")
    private @Nullable Double minutes;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "How many rounds there are: folds, >= 2, or with --valid trainings from different seeds, "
                    + ">= 1. Default " + USUAL_FOLDS + "; where texts have sets of labels always "
                    + MultiLabelStudy.FOLDS + ".")
    private @Nullable Integer folds;

    @Mixin
    private ThresholdOption thresholds = new ThresholdOption();

    @Mixin
    private TeachingOptions teaching = new TeachingOptions();

    @ArgGroup(validate = false, heading = "%nStudent%n", order = 2)
    private StudentOptions student = new StudentOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        check();
        if (columns.haveLabelSets(train)) {
            tuneLabelSets();
        } else {
            tuneClasses();
        }
        return 0;
    }

    private void tuneLabelSets() throws IOException {
        checkLabelSets();
        CorpusOptions corpus = CorpusOptions.of(train, valid, columns);
        ThresholdRule rule = thresholds.rule();
        TunedLabelSets sets = new TunedLabelSets(
                new LabelSetStudy(corpus, teaching, student, new LossOptions()),
                rule,
                trials == null ? TunedLabelSets.USUAL_CANDIDATES : trials,
                spec.commandLine().getErr());
        sets.check();
        MultiLabelStudy study = sets.study();
        MultiLabelTuningResult choice = sets.tune(study);
        Map<String, String> settings = settings(choice.chosen());
        settings.put("thresholds", rule.toString());
        report(
                study.splits().train().fingerprint(),
                "macro-F1 " + scoredOn(MultiLabelStudy.FOLDS),
                choice.sentence(),
                choice::table,
                settings);
    }

    private void checkLabelSets() {
        if (minutes != null) {
            throw new InputException(
                    "--minutes", "must come with texts that have one label each, but these have sets of labels");
        }
        if (folds != null && folds != MultiLabelStudy.FOLDS) {
            throw new InputException(
                    "--folds", "must be " + MultiLabelStudy.FOLDS + " for texts with sets of labels but was " + folds);
        }
    }

    private void tuneClasses() throws IOException {
        checkClasses();
        Splits<String> splits = CorpusOptions.of(train, valid, columns).splits(null);
        Corpus<String> training = splits.train();
        student.requireKnownWords(training.instances(), teaching.teacher());
        Corpus<String> none = training.rows(new int[0]);
        CrossValidation validation = valid == null
                ? InputException.checked("--folds", () -> CrossValidation.ofFolds(training, folds(), seed()))
                : CrossValidation.ofValidation(training, splits.validation(), folds(), seed());
        TeacherRecipe recipe = teaching.recipe(false, training);
        Architecture<String> network = student.architecture(teaching.teacher(), Head.LINEAR);
        PrintWriter err = spec.commandLine().getErr();
        Schedule schedule = teaching.schedule().schedule(network, false);
        SearchSpace space = new SearchSpace(recipe, network, schedule);
        Trial alone = LossName.LOGIT_ADJUSTED.trial(LossSettings.usual(), recipe, network, schedule);
        Study plain = Study.of(Splits.of(training, none, none), seed(), recipe)
                .withStore(teaching.teacher().store())
                .withListener(new ShownRounds(err));
        double perText = student.transfer(teaching.teacher(), () -> plain.worth(alone), training, err);
        Study study = plain.withUnlabelled(
                parts -> student.unlabelled(parts, teaching.teacher(), perText, seed(), columns.columns()));
        SuccessiveHalving halving = new SuccessiveHalving(
                mostTrials(), minutes == null ? OptionalDouble.empty() : OptionalDouble.of(minutes));
        TuningResult choice = halving.tune(study, validation, space, seed())
                .orElseThrow(() -> new InputException(
                        "--minutes", "must be enough for one round of the usual settings but was " + minutes));
        report(
                training.fingerprint(),
                "balanced accuracy " + scoredOn(folds()),
                choice.sentence(),
                choice::table,
                settings(choice.chosen().candidate()));
    }

    private String scoredOn(int rounds) {
        return valid == null
                ? "pooled over " + rounds + " folds of it"
                : "on " + valid.getFileName() + ", mean over " + rounds + " seeds";
    }

    private int folds() {
        return folds == null ? USUAL_FOLDS : folds;
    }

    private void check() throws IOException {
        if (trials != null && trials < 1) {
            throw new InputException("--trials", "must be >= 1 but was " + trials);
        }
        if (minutes != null && !(minutes > 0 && minutes < Double.POSITIVE_INFINITY)) {
            throw new InputException("--minutes", "must be finite and > 0 but was " + minutes);
        }
        if (folds != null && folds < (valid == null ? 2 : 1)) {
            throw new InputException("--folds", "must be >= " + (valid == null ? 2 : 1) + " but was " + folds);
        }
        teaching.schedule().requireAllEpochs();
        teaching.check(false);
        if (!teaching.teacher().isTrained() && valid == null) {
            throw new InputException(
                    "--teacher",
                    teaching.teacher().name() + " must come with --valid: it may have seen the texts of every fold");
        }
        AtomicFile.requireWritable(out);
    }

    private void checkClasses() throws IOException {
        thresholds.requireNone();
        teaching.teacher().requireStore();
        student.check(teaching.teacher(), true, "", columns.columns());
    }

    private int mostTrials() {
        return trials != null ? trials : minutes != null ? MOST_TRIALS : USUAL_TRIALS;
    }

    private long seed() {
        return teaching.schedule().seed();
    }

    private void report(
            String fingerprint,
            String score,
            String sentence,
            IntFunction<String> table,
            Map<String, String> settings) {
        List<String> comments = new ArrayList<>();
        comments.add("Made by bkd tune for bkd distill --plan, from " + train.getFileName() + ", fingerprint "
                + fingerprint + ",");
        comments.add("by " + score + "; seed " + seed() + ", bkd " + Version.own() + ".");
        comments.add(sentence);
        comments.add("");
        comments.addAll(table.apply(TOP).lines().toList());
        PlanWriter.write(out, comments, settings);
        spec.commandLine().getErr().println("wrote " + out);
        spec.commandLine().getOut().println(table.apply(Integer.MAX_VALUE) + "\n\n" + sentence);
    }

    /** What was asked for on the command line, then what was chosen. */
    private Map<String, String> settings(Candidate chosen) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("teacher", teaching.teacher().name());
        settings.put("epochs", String.valueOf(teaching.schedule().epochs()));
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (option.group() != null && !NOT_IN_A_PLAN.contains(option.longestName())) {
                String value = option.arity().max() == 0 ? "true" : String.join(",", option.stringValues());
                settings.put(option.longestName().substring(2), PlannedLine.absolute(value, option));
            }
        }
        settings.putAll(chosen.options());
        return settings;
    }
}
