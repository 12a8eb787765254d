package io.github.bkd4j.cli;

import io.github.bkd4j.evaluate.MultiLabelEvaluation;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.report.MultiLabelReport;
import io.github.bkd4j.study.MultiLabelStudy;
import io.github.bkd4j.study.MultiLabelTrial;
import io.github.bkd4j.study.ThresholdRule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What distill does with texts that have sets of labels.
 *
 * @param options of the study
 * @param loss its name
 * @param rule how thresholds are chosen
 * @param out file for the student
 * @param err where it is told how it goes
 */
record DistilledLabelSets(LabelSetStudy options, String loss, ThresholdRule rule, Path out, PrintWriter err) {

    private static final String STUDENT = "student";

    /** Trains and writes the student, and scores it on a test set if there is one. */
    Optional<MultiLabelReport> run(@Nullable Path test, boolean compact, boolean resume) {
        MultiLabelStudy study = options.study(test, err).withListener(new ShownTrainings(err));
        AtomicFile.requireWritable(out);
        Checkpoints checkpoints = new Checkpoints(out, List.of(STUDENT));
        checkpoints.begin(resume, err);
        MultiLabelTrial trial = options.trial(loss);
        MultiLabelClassifier plain = study.student(trial, options.seed(), checkpoints.of(STUDENT));
        if (rule != ThresholdRule.HALF && study.splits().validation().size() == 0) {
            err.println("cross-fitting students, which choose the thresholds on texts that they have not seen: "
                    + MultiLabelStudy.FOLDS + " folds, for each a training like the one before");
        }
        MultiLabelClassifier chosen = plain.withThresholds(study.thresholds(trial, rule));
        MultiLabelClassifier student = compact ? chosen.compact() : chosen;
        student.save(out);
        err.println("wrote " + out);
        checkpoints.delete();
        if (test == null) {
            Card.deleteBeside(out, err);
            return Optional.empty();
        }
        return Optional.of(report(study, trial, student));
    }

    private MultiLabelReport report(MultiLabelStudy study, MultiLabelTrial trial, MultiLabelClassifier student) {
        MultiLabelEvaluation<String> evaluation = MultiLabelEvaluation.on(
                study.splits().test(), study.splits().train().counts());
        if (trial.objective().needsTeacher()) {
            evaluation = study.scored(evaluation, trial.teacher(), rule);
        }
        evaluation = evaluation.with(
                STUDENT,
                OptionalLong.of(options.seed()),
                student,
                student.thresholds(),
                OptionalDouble.empty(),
                OptionalLong.of(student.parameters()));
        err.println("wrote " + Card.write(student, out, evaluation, STUDENT));
        evaluation.warnings().forEach(warning -> err.println("bkd: " + warning));
        return MultiLabelReport.of(evaluation)
                .titled(String.valueOf(out.getFileName()))
                .withProvenance(student.provenance().entries());
    }
}
