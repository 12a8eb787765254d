package io.github.bkd4j.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A paragraph on the columns, figures and rows of a table: only of those that it has. */
final class Legend {

    private static final Map<String, String> BOTH = Map.of(
            "train s", "seconds of training; those of the first student contain work that is done once for all",
            "parameters", "numbers in the model",
            "teacher-la", "the teacher trained with the logit-adjusted loss",
            "+pla", "the row without it after post-hoc logit adjustment, which corrects for class frequency");

    private static final Map<String, String> CLASSES = joined(List.of(
            BOTH,
            groups("recall", "classes"),
            Map.of(
                    "accuracy", "share of the test texts that are right",
                    "balanced accuracy (95%)", "mean recall of the classes",
                    "macro-F1", "mean F1 of the classes",
                    "ECE", "mean distance of the probabilities from the share of right answers, best at 0")));

    private static final Map<String, String> LABELS = joined(List.of(
            BOTH,
            groups("F1", "labels"),
            Map.of(
                    "micro-F1 (95%)", "F1 of all decisions together",
                    "macro-F1 (95%)", "mean F1 of the labels",
                    "macro AP", "mean average precision of the labels, which needs no threshold",
                    "accuracy", "share of the test texts whose labels are all right")));

    private static final Map<String, String> FIGURES = Map.of(
            "precision at 1",
                    "how often the most probable label is right; at 3 and 5, the share of so many that is right",
            "recall at 1", "share of a text's labels that the most probable one finds; at 3 and 5, that so many find",
            "Hamming loss", "share of the decisions that are wrong",
            "label ranking AP", "how far up the right labels of a text stand among all, best at 1");

    private Legend() {}

    private static Map<String, String> joined(List<Map<String, String>> maps) {
        Map<String, String> all = new HashMap<>();
        maps.forEach(all::putAll);
        return Map.copyOf(all);
    }

    private static Map<String, String> groups(String figure, String classes) {
        String of = figure + " of the ";
        return Map.of(
                "many", of + classes + " with more than 100 training texts",
                "medium", of + classes + " with 20 to 100 training texts",
                "few", of + classes + " with fewer than 20 training texts",
                "head", of + "third of the " + classes + " with the most training texts",
                "middle", of + "middle third",
                "tail", of + "third with the fewest training texts");
    }

    /** Of systems under one class per text. */
    static Element ofClasses(List<List<String>> columns) {
        return paragraph(terms(columns), CLASSES);
    }

    /** Of systems under sets of labels. */
    static Element ofLabels(List<List<String>> columns) {
        return paragraph(terms(columns), LABELS);
    }

    /** Of the figures of one system under sets of labels, one per row. */
    static Element ofFigures(List<List<String>> columns) {
        return paragraph(columns.get(0), FIGURES);
    }

    /** The titles of the columns, and what the names of the systems, below the first, may have in them. */
    private static List<String> terms(List<List<String>> columns) {
        List<String> terms =
                new ArrayList<>(columns.stream().map(column -> column.get(0)).toList());
        List<String> systems = columns.get(0).stream().skip(1).toList();
        if (systems.contains("teacher-la")) {
            terms.add("teacher-la");
        }
        if (systems.stream().anyMatch(system -> system.endsWith("+pla"))) {
            terms.add("+pla");
        }
        return terms;
    }

    private static Element paragraph(List<String> terms, Map<String, String> meanings) {
        Element paragraph = Element.of("p", "terms");
        for (String term : terms) {
            String meaning = meanings.get(term);
            if (meaning != null) {
                paragraph
                        .add(Element.of("dfn").text(term.replace(" (95%)", "")))
                        .text(": " + meaning + ". ");
            }
        }
        return paragraph;
    }
}
