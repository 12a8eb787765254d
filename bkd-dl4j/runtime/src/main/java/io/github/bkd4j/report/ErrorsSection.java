package io.github.bkd4j.report;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Predictions;
import io.github.bkd4j.evaluate.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The texts that a system is wrong about from every seed, the most confident errors first. */
final class ErrorsSection {

    private static final int SHOWN = 20;
    private static final int CHARACTERS = 280;

    private ErrorsSection() {}

    /** An error, mean over the runs; the prediction is that of the first run. */
    private record Mistake(String text, String truth, String predicted, double confidence) {}

    /** Nothing if there is no error, or what is classified is no text. */
    static List<Element> of(Study study) {
        Corpus<?> test = study.evaluation().test();
        List<Predictions> runs = study.evaluation().system(study.system()).runs().stream()
                .map(Result::predictions)
                .toList();
        List<Mistake> mistakes = IntStream.range(0, test.size())
                .filter(i -> test.instances().get(i) instanceof String)
                .filter(i -> runs.stream().noneMatch(run -> run.isRight(i)))
                .mapToObj(i -> mistake(test, runs, i))
                .sorted(Comparator.comparingDouble((Mistake mistake) -> -mistake.confidence()))
                .limit(SHOWN)
                .toList();
        return mistakes.isEmpty() ? List.of() : List.of(table(mistakes, study));
    }

    private static Mistake mistake(Corpus<?> test, List<Predictions> runs, int i) {
        Predictions first = runs.get(0);
        return new Mistake(
                test.instances().get(i).toString(),
                test.labels().get(test.classOf(i)),
                first.labels().get(first.predicted(i)),
                runs.stream().mapToDouble(run -> run.confidence(i)).average().orElseThrow());
    }

    private static Element table(List<Mistake> mistakes, Study study) {
        List<List<String>> columns = new ArrayList<>();
        columns.add(new ArrayList<>(List.of("text")));
        columns.add(new ArrayList<>(List.of("is")));
        columns.add(new ArrayList<>(List.of("was taken for")));
        columns.add(new ArrayList<>(List.of("confidence")));
        for (Mistake mistake : mistakes) {
            columns.get(0).add(Words.cut(mistake.text(), CHARACTERS));
            columns.get(1).add(Words.cut(mistake.truth(), 40));
            columns.get(2).add(Words.cut(mistake.predicted(), 40));
            columns.get(3).add(Figures.share(mistake.confidence()));
        }
        study.reasons().ifPresent(reasons -> columns.add(3, because(mistakes, study, reasons)));
        return Element.of("div", "texts").add(HtmlTable.of(columns, columns.size() - 1));
    }

    /** What spoke for the class that was predicted and against the right one. */
    private static List<String> because(List<Mistake> mistakes, Study study, Reasons reasons) {
        List<String> column = new ArrayList<>(List.of("because of"));
        for (Mistake mistake : mistakes) {
            Optional<String> truth = Optional.of(mistake.truth())
                    .filter(study.evaluation().training().labels()::contains);
            column.add(DecidingTokens.of(reasons.of(mistake.text(), mistake.predicted(), truth)));
        }
        return column;
    }
}
