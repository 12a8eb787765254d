package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.report.MultiLabelReport;
import io.github.bkd4j.study.MultiLabelTeacher;
import io.github.bkd4j.study.TeacherObjective;
import io.github.bkd4j.study.ThresholdRule;
import io.github.bkd4j.teacher.LogitsFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * What teach does with texts that have sets of labels.
 *
 * @param training what the teacher learns from
 * @param recipe of the teacher
 * @param seed of its trainings, and of the deal into folds
 * @param err where it is told how it goes
 */
record TaughtLabelSets(MultiLabelCorpus<String> training, MultiLabelTeacher recipe, long seed, PrintWriter err) {

    /** The scores on training texts that a teacher has not seen, one system per objective. */
    MultiLabelReport scores(List<TeacherObjective> objectives, ThresholdRule rule, int folds) {
        MultiLabelEvaluation<String> evaluation = recipe.crossValidated(training, objectives, rule, folds, seed);
        evaluation.warnings().forEach(warning -> err.println("bkd: " + warning));
        return MultiLabelReport.of(evaluation);
    }

    /** Writes logits; for the training texts, the same that students learn from. */
    void write(TeacherObjective objective, MultiLabelCorpus<String> asked, Path file) {
        MultiLabelTeacher.Taught teacher = recipe.teach(training, objective, seed);
        Logits logits = asked.equals(training)
                ? teacher.training()
                : teacher.any().orElseThrow().predict(asked.instances());
        LogitsFile.ofTexts(file).write(recipe.name(), logits, asked);
        err.println("wrote " + file + ", " + file + ".labels and " + file + ".json");
    }
}
