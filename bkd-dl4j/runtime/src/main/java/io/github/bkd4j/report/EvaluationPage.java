package io.github.bkd4j.report;

import io.github.bkd4j.balance.Group;
import io.github.bkd4j.evaluate.ClassScores;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.Result;
import io.github.bkd4j.evaluate.SystemScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The page of an evaluation, from the verdict to the provenance. */
final class EvaluationPage {

    private static final String BECAUSE = " Because of: the tokens that moved it most, above 0 towards the class that "
            + "it was taken for, below 0 towards the right one.";

    private EvaluationPage() {}

    static String of(Study study) {
        Evaluation<?> evaluation = study.evaluation();
        List<ClassRow> classes = ClassRow.of(evaluation);
        return new Page(study.title())
                .lead(Verdict.of(study))
                .warnings(warnings(study))
                .section(
                        "Systems",
                        ResultsTable.footnote(study.systems()) + ". The columns are explained below the table.",
                        systems(study))
                .section(
                        "Differences",
                        DifferencesTable.howToRead(DifferencesTable.FOOTNOTE, study.system()),
                        differences(study))
                .section(
                        "Recall by class size",
                        "A faint point is one class, a line what classes of that size can expect.",
                        classSizes(study, classes))
                .section(
                        "Who gained, who paid",
                        "Recall of " + study.system() + " less that of "
                                + study.rival().map(Rival::words).orElse("")
                                + ", class by class, means over the seeds.",
                        gains(study, classes))
                .section(
                        "Where the tail goes",
                        "The test texts of the third of the classes that has the fewest training texts.",
                        classes.stream().anyMatch(row -> row.third() == Group.TAIL)
                                ? new TailSection(study).content()
                                : List.of())
                .section(
                        "What decides in the tail",
                        "How much each token moves the logit of the class against the strongest other one, mean over the "
                                + "test texts of the class; " + study.system() + " alone" + firstSeed(study)
                                + ". Above 0 it speaks for the class, below 0 against it. "
                                + "In parts of words < begins a word and > ends it.",
                        DecidingTokens.of(study))
                .section(
                        "Can its confidence be believed?",
                        "On the line, a system that says 0.8 is right four times in five; below it, it is too sure of "
                                + "itself, above it, too modest. Bars with more predictions are darker. ECE is the mean "
                                + "distance of the bars from the line, weighted by their predictions.",
                        ReliabilitySection.of(study.systems(), study.styles()))
                .section(
                        "What if it may abstain?",
                        "If only the surest answers are given: the share of them that is wrong, against the share of the "
                                + "texts that is answered. The area below is AURC.",
                        AbstentionSection.of(study))
                .section(
                        "Training",
                        "Loss by epoch, each term by itself as it enters the sum; one line per seed.",
                        study.histories().isEmpty() ? List.of() : TrainingSection.of(study.histories()))
                .section(
                        "Surest errors",
                        "Test texts that " + study.system() + " is wrong about from every seed."
                                + (study.reasons().isEmpty() ? "" : BECAUSE),
                        ErrorsSection.of(study))
                .section(
                        "Every class",
                        "The largest in training first; train and test are numbers of texts.",
                        everyClass(study, classes))
                .facts("Where this comes from", Page.ORIGIN, study.provenance())
                .toString();
    }

    /** Which of several runs the reasons are of. */
    private static String firstSeed(Study study) {
        return study.evaluation().system(study.system()).runs().size() > 1 ? ", from its first seed" : "";
    }

    private static List<String> warnings(Study study) {
        List<String> unknown = study.evaluation().unknownClasses();
        Stream<String> first = unknown.isEmpty()
                ? Stream.of()
                : Stream.of("test classes that training does not know count as recall 0: '"
                        + String.join("', '", unknown) + "'");
        return Stream.of(study.warnings().stream(), first, study.evaluation().warnings().stream())
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static List<Element> systems(Study study) {
        List<List<String>> columns = ResultsTable.columns(study.systems());
        return List.of(HtmlTable.of(columns), Legend.ofClasses(columns));
    }

    private static List<Element> differences(Study study) {
        return study.rival().isEmpty()
                ? List.of()
                : List.of(
                        HtmlTable.of(DifferencesTable.columns(study.evaluation().against(study.system()))));
    }

    private static List<Element> classSizes(Study study, List<ClassRow> classes) {
        if (classes.isEmpty()) {
            return List.of();
        }
        List<String> systems = chosenLast(study);
        ClassSizePlot plot = new ClassSizePlot(classes, systems, study.styles());
        return Stream.concat(
                        Stream.of(study.styles().legend(study.evaluation().systems())),
                        Page.inTwoSizes(plot::of, 400, 300).stream())
                .toList();
    }

    private static List<String> chosenLast(Study study) {
        return Stream.concat(
                        study.evaluation().systems().stream().filter(name -> !name.equals(study.system())),
                        Stream.of(study.system()))
                .toList();
    }

    private static List<Element> gains(Study study, List<ClassRow> classes) {
        return study.rival()
                .filter(rival -> !classes.isEmpty())
                .map(rival -> new GainsSection(classes, study.system(), rival.name()).content())
                .orElse(List.of());
    }

    private static List<Element> everyClass(Study study, List<ClassRow> classes) {
        if (classes.isEmpty()) {
            return List.of();
        }
        SystemScores system = study.evaluation().system(study.system());
        List<List<String>> columns = new ArrayList<>();
        columns.add(column("class", classes, row -> Words.cut(row.label(), 60)));
        columns.add(column("train", classes, row -> Long.toString(row.training())));
        columns.add(column("test", classes, row -> Long.toString(row.test())));
        for (String name : study.evaluation().systems()) {
            columns.add(column(Words.cut(name, 20) + " recall", classes, row -> Figures.share(row.recall(name))));
        }
        String chosen = Words.cut(study.system(), 20);
        columns.add(column(chosen + " precision", classes, row -> mean(system, row, ClassScores::precision)));
        columns.add(column(chosen + " F1", classes, row -> mean(system, row, ClassScores::f1)));
        return List.of(Element.of("details")
                .add(Element.of("summary").text("Precision, recall and F1 of " + classes.size() + " classes"))
                .add(HtmlTable.of(columns)));
    }

    private static String mean(SystemScores system, ClassRow row, ToDoubleFunction<ClassScores> figure) {
        return Figures.share(system.mean(run -> figure.applyAsDouble(scores(run, row))));
    }

    private static ClassScores scores(Result run, ClassRow row) {
        return Optional.ofNullable(run.scores().classes().get(row.label())).orElseThrow();
    }

    private static List<String> column(String title, List<ClassRow> classes, Function<ClassRow, String> cell) {
        return Stream.concat(Stream.of(title), classes.stream().map(cell)).toList();
    }
}
