package io.github.bkd4j.examples;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpora.Banking77;
import io.github.bkd4j.corpus.LongTail;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.teacher.NgramRegression;
import io.github.bkd4j.teacher.Teacher;
import java.nio.file.Path;
import java.util.List;

/**
 * BANKING77, cut to a long tail of 150 training texts down to 7: the same student under three losses, beside a linear
 * teacher, which needs no encoder. {@code -Depochs=2} is a quick try. For build and run commands see {@link OwnTsv};
 * the argument is the folder of {@code train.csv} and {@code test.csv}.
 */
public final class BankingLongTail {

    private static final BagOfEmbeddings STUDENT = BagOfEmbeddings.subwords();

    private BankingLongTail() {}

    /**
     * Runs the program.
     *
     * @param args the folder
     */
    public static void main(String[] args) {
        Splits<String> published = Banking77.read(Path.of(args[0]));
        Splits<String> splits = Splits.of(published.train().cut(LongTail.exponential(150, 20), 1), published.test());
        System.out.println(splits.train());

        Teacher<String> teacher = Teacher.of("linear", NgramRegression.usual().fit(splits.train()));
        Objective balanced = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999))
                .withTempering(1.5);
        Evaluation<String> evaluation = Evaluation.on(splits)
                .of("teacher", teacher)
                .of("ce", plan(Objectives.crossEntropy()).train(splits))
                .of("logit-adjusted", plan(Objectives.logitAdjusted(1)).train(splits))
                .of("bkd", plan(balanced).distill(teacher, splits));

        Report report = Report.of(evaluation);
        System.out.println(report.table());
        System.out.println(report.against("bkd", List.of("ce", "logit-adjusted")));
    }

    private static Distillation<String> plan(Objective objective) {
        return Distillation.builder(STUDENT)
                .objective(objective)
                .epochs(Integer.getInteger("epochs", 20))
                .seed(1)
                .build();
    }
}
