package io.github.bkd4j.examples;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpora.AmazonProducts;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.teacher.Teacher;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Product types of Amazon Berkeley Objects by the English name of the product, long-tailed by themselves: a large
 * teacher, and a small student alone and with its teacher. Types of fewer than 10 names are left out
 * ({@code -DatLeast=}). The data have no test split, so 30% of each type are drawn for the test. For build and run
 * commands see {@link OwnTsv}; the argument is the folder of the {@code listings_*.json.gz}.
 */
public final class ProductTypes {

    private static final BagOfEmbeddings LARGE = BagOfEmbeddings.subwords().withDimension(256);
    private static final BagOfEmbeddings SMALL = BagOfEmbeddings.subwords().withDimension(32);

    private ProductTypes() {}

    /**
     * Runs the program.
     *
     * @param args the folder
     */
    public static void main(String[] args) {
        Corpus<String> products = frequent(AmazonProducts.read(Path.of(args[0])), Integer.getInteger("atLeast", 10));
        Splits<String> splits = products.split(0.7, 0.0, 0.3, 1);
        System.out.println(splits.train());

        Objective balanced = Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999));
        Teacher<String> teacher =
                Teacher.of("bag", plan(LARGE, Objectives.crossEntropy()).train(splits));
        Evaluation<String> evaluation = Evaluation.on(splits)
                .of("teacher", teacher)
                .of("ce", plan(SMALL, Objectives.crossEntropy()).train(splits))
                .of("bkd", plan(SMALL, balanced).distill(teacher, splits));
        System.out.println(Report.of(evaluation).table());
    }

    /** The products of the types that have at least so many. */
    private static Corpus<String> frequent(Corpus<String> products, int atLeast) {
        ClassCounts counts = products.counts();
        return Corpus.of(IntStream.range(0, products.size())
                .filter(row -> counts.count(products.classOf(row)) >= atLeast)
                .mapToObj(row -> new Labeled<>(
                        products.instances().get(row), products.labels().get(products.classOf(row))))
                .toList());
    }

    private static Distillation<String> plan(BagOfEmbeddings network, Objective objective) {
        return Distillation.builder(network)
                .objective(objective)
                .epochs(Integer.getInteger("epochs", 10))
                .seed(1)
                .build();
    }
}
