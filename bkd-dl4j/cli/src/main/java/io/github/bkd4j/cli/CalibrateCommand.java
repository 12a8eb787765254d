package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.drift.PriorEstimate;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.evaluate.Scores;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.report.MarkdownTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a model's probabilities mean what they say where it is used. */
@Command(
        name = "calibrate",
        description = {
            "Adapt a model to how common the classes are where it is used, calibrate its probabilities, or both, in "
                    + "this order, and write the result as a model of its own. Thresholds for abstaining, what tells texts "
                    + "out of scope and the profile for drift belong to the old probabilities: with --valid they are "
                    + "made anew, as 'bkd distill' makes them, else they are dropped.",
            ""
        },
        footerHeading = "%nExamples%n",
        footer = {
            "  bkd calibrate tickets.bkd --valid held-out.tsv --out calibrated.bkd",
            "  bkd calibrate m.bkd --valid v.tsv --abstain precision=0.95 --out c.bkd",
            "  bkd calibrate tickets.bkd --prior training --valid held-out.tsv --out adapted.bkd",
            "  bkd calibrate tickets.bkd --prior-of today.txt --out adapted.bkd",
            Manual.DATA,
            Manual.EXIT
        })
final class CalibrateCommand implements Callable<Integer> {

    private static final int FEW = 100; // texts
    private static final String ADAPTED = "prior"; // in the provenance of a model with another prior

    @Parameters(paramLabel = "MODEL", description = "A model that 'bkd distill' wrote.")
    private Path model = Path.of("");

    @Option(
            names = "--valid",
            paramLabel = "DATA",
            description = "Labelled texts that the model has not learnt from, a few hundred, with the shares of the "
                    + "classes in use: its logits are divided by the temperature under which their labels are most "
                    + "likely. The answers stay the same.")
    private @Nullable Path valid;

    @Option(
            names = "--prior",
            paramLabel = "training|DATA",
            description = "How common the classes are in use: as among the training texts, or as in a file of labelled "
                    + "texts with at least one of each class. For a model that treats all classes alike (bkd, "
                    + "logit-adjusted, +pla); a model of ce or kd has learnt a prior, which would count twice.")
    private @Nullable String prior;

    @Option(
            names = "--prior-of",
            paramLabel = "FILE",
            description = "Estimate it from texts without a label, such as the traffic of a day: one per line, or in "
                    + "the text column of .tsv, .csv or .jsonl. For any model that was distilled with --valid or "
                    + "--abstain, or calibrated with --valid.")
    private @Nullable Path traffic;

    @Mixin
    private AbstentionOptions abstention = new AbstentionOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The new model.")
    private Path out = Path.of("");

    @ArgGroup(validate = false, heading = ColumnOptions.HEADING, order = ColumnOptions.ORDER)
    private ColumnOptions columns = new ColumnOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (valid == null && prior == null && traffic == null) {
            throw new InputException("--valid, --prior or --prior-of must be given but none was");
        }
        if (prior != null && traffic != null) {
            throw new InputException("--prior", "must not come with --prior-of");
        }
        abstention.check(valid != null, columns.columns());
        if (MultiLabelClassifier.isIn(model)) {
            throw new InputException(model + ": must be a model of one label per text but is one of several");
        }
        Corpus<String> held = valid == null ? null : Corpus.read(valid, columns.columns());
        TextClassifier before = TextClassifier.load(model);
        TextClassifier adapted = adapted(before);
        TextClassifier after = held == null ? adapted : calibrated(adapted, held);
        save(after);
        PrintWriter err = spec.commandLine().getErr();
        err.println("wrote " + out);
        Card.deleteBeside(out, err);
        sayWhatIsDropped(before, after, err);
        if (held != null) {
            spec.commandLine().getOut().println(table(before, after, held));
        }
        return 0;
    }

    private void sayWhatIsDropped(TextClassifier before, TextClassifier after, PrintWriter err) {
        if (after.abstention().isEmpty()) {
            before.abstention()
                    .ifPresent(dropped -> err.println("bkd: " + model + " abstains for " + dropped.goal() + ", " + out
                            + " answers every text; --valid with --abstain chooses thresholds anew"));
        }
        if (before.profile().isPresent() && after.profile().isEmpty()) {
            err.println("bkd: " + out + " tells neither drift nor texts out of scope; --valid teaches it both anew");
        }
        if (after.scope().isPresent() && hasTaughtWeights(before) && !hasTaughtWeights(after)) {
            err.println("bkd: " + out + " weighs the scores of texts out of scope alike, " + model
                    + " had learnt their weights; --out-of-scope teaches them anew");
        }
    }

    private static boolean hasTaughtWeights(TextClassifier classifier) {
        return classifier
                .scope()
                .filter(scope -> scope.weights().stream().distinct().count() > 1)
                .isPresent();
    }

    /** With the card of the old model, if it has one, and a line about what has changed since. */
    private void save(Classifier<String> after) {
        String changes = Stream.of("temperature", ADAPTED)
                .filter(name -> after.provenance().entries().containsKey(name))
                .collect(Collectors.joining(", "));
        TextClassifier.card(model)
                .ifPresentOrElse(
                        card -> after.save(
                                out,
                                card + "\nThe probabilities were adapted after this card was written: " + changes
                                        + ".\n"),
                        () -> after.save(out));
    }

    private TextClassifier adapted(TextClassifier before) {
        if (prior != null) {
            requireItsOwnPrior("--prior", before);
            ClassCounts counts = counts(prior, before);
            return (TextClassifier) InputException.checked("--prior", () -> before.withPrior(counts));
        }
        if (traffic != null) {
            requireItsOwnPrior("--prior-of", before);
            PriorEstimate estimate = estimated(traffic, before);
            return InputException.checked("--prior-of", () -> before.withPrior(estimate));
        }
        return before;
    }

    private TextClassifier calibrated(TextClassifier adapted, Corpus<String> held) {
        requireKnown("--valid", held.labels(), adapted, valid);
        PrintWriter err = spec.commandLine().getErr();
        if (held.size() < FEW) {
            err.println(
                    "bkd: " + valid + " has few texts to calibrate by, " + held.size() + "; a few hundred are wanted");
        }
        TextClassifier after = (TextClassifier) InputException.checked("--valid", () -> adapted.calibrated(held));
        HeldOut<String> heldOut = new HeldOut<>(held, after.predict(held.instances()));
        return abstention.guarded(after, heldOut, columns.columns(), err);
    }

    private void requireKnown(String option, List<String> labels, TextClassifier known, @Nullable Object file) {
        labels.stream()
                .filter(label -> !known.labels().contains(label))
                .findFirst()
                .ifPresent(label -> {
                    throw new InputException(
                            option, "must have labels of " + model + " but had '" + label + "': " + file);
                });
    }

    private void requireItsOwnPrior(String option, TextClassifier before) {
        if (before.provenance().entries().containsKey(ADAPTED)) {
            throw new InputException(
                    option,
                    "must come with a model that has its own prior but " + model + " was adapted to another before");
        }
    }

    private ClassCounts counts(String source, TextClassifier before) {
        if (source.equals("training")) {
            return before.trainingCounts();
        }
        ClassCounts counts = Corpus.read(Path.of(source), columns.columns()).counts();
        requireKnown("--prior", counts.labels(), before, source);
        before.labels().stream()
                .filter(label -> !counts.labels().contains(label))
                .findFirst()
                .ifPresent(label -> {
                    throw new InputException(
                            "--prior", "must have a text of each class but had none of '" + label + "': " + source);
                });
        return counts;
    }

    private PriorEstimate estimated(Path source, TextClassifier before) {
        if (before.profile().isEmpty()) {
            throw new InputException(
                    "--prior-of",
                    "must come with a model that was distilled with --valid or --abstain, or calibrated with --valid, but "
                            + model + " was not");
        }
        List<String> texts = UnlabelledFiles.read(List.of(source), columns.columns());
        if (texts.isEmpty()) {
            throw new InputException("--prior-of", "must have at least one text but had none");
        }
        return before.drift(texts).prior();
    }

    private String table(Classifier<String> before, Classifier<String> after, Corpus<String> held) {
        List<Scores> scores = Stream.of(before, after)
                .map(one -> Scores.of(one.predict(held.instances()), held, before.trainingCounts()))
                .toList();
        return MarkdownTable.of(List.of(
                List.of("on " + valid, "before", "after"),
                column("accuracy", scores, Scores::accuracy),
                column("balanced accuracy", scores, Scores::balancedAccuracy),
                column("ECE", scores, Scores::ece)));
    }

    private static List<String> column(String title, List<Scores> scores, ToDoubleFunction<Scores> figure) {
        return Stream.concat(
                        Stream.of(title),
                        scores.stream().map(one -> String.format(Locale.ROOT, "%.3f", figure.applyAsDouble(one))))
                .toList();
    }
}
