package io.github.bkd4j.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Changed copies of texts, each with some words left out, for a teacher to label: a student that has few texts of a
 * class sees more of what its teacher knows. (Of the same kind as the masking of Tang et al., Distilling Task-Specific
 * Knowledge from BERT into Simple Neural Networks, 2019.)
 *
 * <pre>{@code
 * List<String> more = new WordDropout(5, 0.3).of(splits.train().instances(), 7);
 * Classifier<String> student = plan.distill(teacher, splits, more);
 * }</pre>
 *
 * @param copies changed copies of a text, at least 1
 * @param rate share of the words that are left out, greater than 0 and less than 1
 */
public record WordDropout(int copies, double rate) {

    /**
     * Checks the ranges.
     *
     * @param copies see {@link WordDropout}
     * @param rate see {@link WordDropout}
     * @throws IllegalArgumentException if a value is outside its range
     */
    public WordDropout {
        if (copies < 1) {
            throw new IllegalArgumentException("copies must be >= 1 but was " + copies);
        }
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must be > 0 and < 1 but was " + rate);
        }
    }

    /**
     * Changes texts. Words are what blanks separate.
     *
     * @param texts in any number
     * @param seed of what is left out
     * @return the copies that differ from their text and have a word left, text after text
     */
    public List<String> of(List<String> texts, long seed) {
        Random random = new Random(seed);
        List<String> changed = new ArrayList<>();
        for (String text : texts) {
            String[] words = text.strip().split("\\s+");
            for (int copy = 0; copy < copies; copy++) {
                List<String> kept = kept(words, random);
                if (!kept.isEmpty() && kept.size() < words.length) {
                    changed.add(String.join(" ", kept));
                }
            }
        }
        return changed;
    }

    private List<String> kept(String[] words, Random random) {
        List<String> kept = new ArrayList<>();
        for (String word : words) {
            if (random.nextDouble() >= rate) {
                kept.add(word);
            }
        }
        return kept;
    }
}
