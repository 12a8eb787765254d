package io.github.bkd4j.examples;

import io.github.bkd4j.corpora.Reuters21578;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.explain.Explanation;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.report.Report;
import java.nio.file.Path;

/**
 * News of Reuters-21578 with one topic (R52), from thousands of texts to one per class, where single rare words decide:
 * the plain student and one with a linear part, and the words behind an answer. For build and run commands see
 * {@link OwnTsv}; the argument is the folder of the {@code .sgm} files.
 */
public final class ReutersWords {

    private ReutersWords() {}

    /**
     * Runs the program.
     *
     * @param args the folder
     */
    public static void main(String[] args) {
        Splits<String> news = Reuters21578.ofOneTopic(Path.of(args[0]));
        System.out.println(news.train());

        TextClassifier plain = trained(BagOfEmbeddings.subwords(), news);
        TextClassifier wide = trained(BagOfEmbeddings.wide(), news);
        System.out.println(Report.of(Evaluation.on(news).of("bag", plain).of("wide bag", wide))
                .table());

        String text = news.test().instances().get(0);
        Explanation explanation = wide.explain(text);
        System.out.println(text.substring(0, Math.min(60, text.length())) + " ... is "
                + wide.classify(text).label() + " for:");
        explanation.top(5).forEach(part -> System.out.println("  " + part.token()));
    }

    private static TextClassifier trained(BagOfEmbeddings student, Splits<String> news) {
        return (TextClassifier) Distillation.builder(student)
                .objective(Objectives.logitAdjusted(1))
                .epochs(Integer.getInteger("epochs", 10))
                .seed(1)
                .build()
                .train(news);
    }
}
