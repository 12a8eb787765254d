package io.github.bkd4j.teacher;

import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Weighting;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * L2-regularised logistic regression on the weighted tokens of a text, one versus rest, by LIBLINEAR (Fan et al., JMLR
 * 9, 2008). Trains in seconds. It complements a sentence encoder, so an ensemble of both is often better than either:
 *
 * <pre>{@code
 * Teacher<String> linear = Teacher.of("linear", NgramRegression.usual().fit(splits.train()));
 * Teacher<String> both = Teacher.ensemble("both", List.of(encoder, linear));
 * }</pre>
 *
 * @param encoding turns texts into tokens; its tokens must be weighted, not a sequence
 * @param cost LIBLINEAR's C, the weight of the loss relative to the penalty on the weights, finite and greater than 0
 */
public record NgramRegression(TextEncoding encoding, double cost) {

    private static final int MOST_TOKENS = 1_000_000;
    private static final double USUAL_COST = 10;
    private static final double TOLERANCE = 0.1; // LIBLINEAR's default for this solver

    /**
     * Checks the ranges.
     *
     * @param encoding see {@link NgramRegression}
     * @param cost see {@link NgramRegression}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public NgramRegression {
        Checks.require(
                encoding.weighting() != Weighting.SEQUENCE,
                "a regression must have weighted tokens but had a sequence");
        Checks.finiteAndPositive("cost", cost);
    }

    /**
     * TF-IDF of words, word bigrams and character n-grams of 3 to 5, including tokens that occur in only one text; cost
     * 10.
     *
     * @return the default settings
     */
    public static NgramRegression usual() {
        TextEncoding tokens =
                TextEncoding.bagOfNgrams().withCharacters(5).withMinCount(1).withMaxVocabulary(MOST_TOKENS);
        return new NgramRegression(tokens, USUAL_COST);
    }

    /**
     * Trains on labelled texts.
     *
     * @param training texts of at least two classes
     * @return a thread-safe predictor over the labels of the training corpus; a class without a training text gets the
     *     probability 1e-12
     * @throws IllegalArgumentException if fewer than two classes have a text
     */
    public Predictor<String> fit(Corpus<String> training) {
        if (IntStream.range(0, training.size())
                        .map(training::classOf)
                        .distinct()
                        .count()
                < 2) {
            throw new IllegalArgumentException("a regression must have texts of at least two classes but had fewer");
        }
        TextEncoder encoder = encoding.fit(training.instances());
        Problem problem = new Problem();
        problem.l = training.size();
        problem.n = SparseRows.width(encoder);
        problem.x = SparseRows.of(encoder, training.instances());
        problem.y = IntStream.range(0, training.size())
                .mapToDouble(training::classOf)
                .toArray();
        return new NgramPredictor(encoder, model(problem), training.labels());
    }

    private Model model(Problem problem) {
        Parameter settings = new Parameter(SolverType.L2R_LR_DUAL, cost, TOLERANCE);
        settings.setRandom(new Random(0)); // fixes the order in which texts are visited
        Linear.disableDebugOutput();
        return Linear.train(problem, settings);
    }
}
