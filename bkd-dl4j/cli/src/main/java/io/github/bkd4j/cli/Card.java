package io.github.bkd4j.cli;

import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.report.ModelCard;
import io.github.bkd4j.report.MultiLabelModelCard;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The model card of an evaluated student, stored in its archive and beside it as NAME.card.md. */
final class Card {

    private static final String ARCHIVE = ".bkd";

    private Card() {}

    /** Writes the card, and the archive again with the card in it; returns the card's file. */
    static Path write(Classifier<String> student, Path model, Evaluation<String> evaluation, String system) {
        ModelCard card = new ModelCard(
                String.valueOf(model.getFileName()),
                evaluation,
                system,
                student.provenance().entries());
        student.save(model, card.markdown());
        return write(card.markdown(), model);
    }

    /** The same of a classifier of label sets. */
    static Path write(
            MultiLabelClassifier student, Path model, MultiLabelEvaluation<String> evaluation, String system) {
        MultiLabelModelCard card = new MultiLabelModelCard(
                String.valueOf(model.getFileName()),
                evaluation,
                system,
                student.thresholds(),
                student.provenance().entries());
        student.save(model, card.markdown());
        return write(card.markdown(), model);
    }

    private static Path write(String markdown, Path model) {
        Path file = beside(model);
        AtomicFile.write(file, out -> out.write(markdown.getBytes(StandardCharsets.UTF_8)));
        return file;
    }

    /** Deletes the card beside a model that was written without one: it is of the model that was there before. */
    static void deleteBeside(Path model, PrintWriter err) {
        Path card = beside(model);
        if (AtomicFile.delete(card)) {
            err.println("deleted " + card + ", the card of the model that was there before");
        }
    }

    static Path beside(Path model) {
        String name = String.valueOf(model.getFileName());
        String stem = name.endsWith(ARCHIVE) ? name.substring(0, name.length() - ARCHIVE.length()) : name;
        return model.resolveSibling(stem + ".card.md");
    }
}
