package io.github.bkd4j.examples;

import io.github.bkd4j.corpora.Clinc150;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.LongTail;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Detection;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.evaluate.HeldOut;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.scope.ScopeScore;
import java.nio.file.Path;
import java.util.Locale;

/**
 * CLINC150, cut to a long tail of 100 training texts down to 5: a student under the logit-adjusted loss, and how well
 * it tells requests that belong to no class, by single scores and by a detector that joins them. For build and run
 * commands see {@link OwnTsv}; the argument is {@code data_full.json}.
 */
public final class ClincOutOfScope {

    private ClincOutOfScope() {}

    /**
     * Runs the program.
     *
     * @param args the file
     */
    public static void main(String[] args) {
        Clinc150 clinc = Clinc150.read(Path.of(args[0]));
        Corpus<String> validation = clinc.splits().validation();
        Corpus<String> test = clinc.splits().test();
        Splits<String> splits = Splits.of(clinc.splits().train().cut(LongTail.exponential(100, 20), 1), test);

        TextClassifier student = (TextClassifier) Distillation.builder(BagOfEmbeddings.subwords())
                .objective(Objectives.logitAdjusted(1))
                .epochs(Integer.getInteger("epochs", 20))
                .seed(1)
                .build()
                .train(splits);
        System.out.println(
                Report.of(Evaluation.on(splits).of("student", student)).table());

        TextClassifier detecting = student.withScope(
                new HeldOut<>(validation, student.predict(validation.instances())), clinc.outOfScopeValidation());
        for (ScopeScore score : ScopeScore.values()) {
            print(
                    score.name(),
                    detecting.outOfScope(score, clinc.outOfScopeTest()),
                    detecting.outOfScope(score, test.instances()));
        }
        print("all together", detecting.outOfScope(clinc.outOfScopeTest()), detecting.outOfScope(test.instances()));
    }

    private static void print(String score, double[] outOfScope, double[] inScope) {
        Detection detection = Detection.of(outOfScope, inScope);
        System.out.printf(
                Locale.ROOT,
                "%-15s AUROC %.3f, %.3f of the requests in scope refused where 95%% of the others are%n",
                score.toLowerCase(Locale.ROOT).replace('_', ' '),
                detection.auroc(),
                detection.falsePositiveRate());
    }
}
