package io.github.bkd4j.scope;

import io.github.bkd4j.evaluate.Logits;
import java.util.Arrays;
import java.util.Locale;

/** What tells texts out of scope from others; higher means less in scope. */
public enum ScopeScore {
    /** One less the probability of the most probable class (Hendrycks and Gimpel, ICLR 2017). */
    TOP_PROBABILITY {
        @Override
        double of(double[] logits, double unknownShare) {
            return 1 - 1 / sumOfRatios(logits);
        }
    },
    /**
     * Free energy, {@code -log sum exp(logits)} (Liu et al., Energy-based Out-of-distribution Detection, NeurIPS 2020).
     */
    ENERGY {
        @Override
        double of(double[] logits, double unknownShare) {
            return -Arrays.stream(logits).max().orElseThrow() - Math.log(sumOfRatios(logits));
        }
    },
    /** Share of the words that the classifier does not know. */
    UNKNOWN_WORDS {
        @Override
        double of(double[] logits, double unknownShare) {
            return unknownShare;
        }
    };

    /** The score of one text. */
    abstract double of(double[] logits, double unknownShare);

    /** Sum over the classes of how probable each is beside the most probable one. */
    private static double sumOfRatios(double[] logits) {
        double largest = Arrays.stream(logits).max().orElseThrow();
        return Arrays.stream(logits).map(logit -> Math.exp(logit - largest)).sum();
    }

    /**
     * The scores of texts.
     *
     * @param logits one row per text
     * @param unknownShares share of the words of each text that the classifier does not know, {@code [texts]}
     * @return {@code [texts]}, new
     * @throws IllegalArgumentException if there is not one share per text
     */
    public double[] of(Logits logits, double[] unknownShares) {
        if (unknownShares.length != logits.size()) {
            throw new IllegalArgumentException(
                    "unknown shares must be one per text, " + logits.size() + ", but were " + unknownShares.length);
        }
        double[] scores = new double[logits.size()];
        Arrays.setAll(scores, i -> of(inDouble(logits.row(i)), unknownShares[i]));
        return scores;
    }

    private static double[] inDouble(float[] row) {
        double[] logits = new double[row.length];
        Arrays.setAll(logits, c -> row[c]);
        return logits;
    }

    /** Its name in tables: {@code unknown words}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
