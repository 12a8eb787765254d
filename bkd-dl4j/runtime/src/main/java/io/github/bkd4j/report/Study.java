package io.github.bkd4j.report;

import io.github.bkd4j.evaluate.Comparison;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.SystemScores;
import io.github.bkd4j.io.Checks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a report.
 *
 * @param evaluation at least one result
 * @param title of the page
 * @param system whose gains and losses are reported
 * @param rival the system it is compared with; empty if there is no other system
 * @param histories of trainings
 * @param warnings about the corpora
 * @param provenance names and values: the plan, fingerprints, seeds, versions
 * @param reasons what moves each text, of the system alone; empty if nobody knows
 * @param figures further ones, of the system alone
 */
record Study(
        Evaluation<?> evaluation,
        String title,
        String system,
        Optional<Rival> rival,
        List<History> histories,
        List<String> warnings,
        Map<String, String> provenance,
        Optional<Reasons> reasons,
        List<Figure> figures) {

    /** The last system against the one before it. */
    static Study of(Evaluation<?> evaluation) {
        Checks.require(!evaluation.results().isEmpty(), "report must have at least one result but had none");
        List<String> systems = evaluation.systems();
        int last = systems.size() - 1;
        Optional<Rival> rival = last == 0 ? Optional.empty() : Optional.of(Rival.of(systems.get(last - 1)));
        return new Study(
                evaluation,
                "bkd report",
                systems.get(last),
                rival,
                List.of(),
                List.of(),
                Map.of(),
                Optional.empty(),
                List.of());
    }

    Study titled(String newTitle) {
        return new Study(evaluation, newTitle, system, rival, histories, warnings, provenance, reasons, figures);
    }

    Study comparing(String one, String other) {
        return comparing(one, List.of(other));
    }

    /** A student against the best of others. */
    Study comparing(String one, List<String> others) {
        evaluation.system(one);
        others.forEach(evaluation::system);
        Rival best = Rival.best(evaluation, others);
        Checks.require(!others.contains(one), "rival must be another system than '" + one + "' but was the same");
        return new Study(evaluation, title, one, Optional.of(best), histories, warnings, provenance, reasons, figures);
    }

    Study with(List<History> more) {
        return new Study(evaluation, title, system, rival, List.copyOf(more), warnings, provenance, reasons, figures);
    }

    Study warning(List<String> more) {
        return new Study(evaluation, title, system, rival, histories, List.copyOf(more), provenance, reasons, figures);
    }

    Study with(Map<String, String> more) {
        return new Study(evaluation, title, system, rival, histories, warnings, more, reasons, figures);
    }

    Study with(Reasons more) {
        return new Study(evaluation, title, system, rival, histories, warnings, provenance, Optional.of(more), figures);
    }

    Study withFigures(List<Figure> more) {
        return new Study(evaluation, title, system, rival, histories, warnings, provenance, reasons, List.copyOf(more));
    }

    /** The further figures of a system. */
    List<Figure> figures(String name) {
        return name.equals(system) ? figures : List.of();
    }

    /** The keys of the further figures. */
    List<String> keys() {
        return figures.stream().map(Figure::key).toList();
    }

    List<SystemScores> systems() {
        return evaluation.systems().stream().map(evaluation::system).toList();
    }

    /** The system against its rival, corrected over all rivals. */
    Optional<Comparison> comparison() {
        return rival.flatMap(other -> evaluation.against(system).stream()
                .filter(comparison -> comparison.rival().equals(other.name()))
                .findFirst());
    }

    Styles styles() {
        return new Styles(evaluation.systems(), system);
    }
}
