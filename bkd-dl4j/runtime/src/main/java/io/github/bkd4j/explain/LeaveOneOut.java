package io.github.bkd4j.explain;

import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.kernel.Tokens;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextToken;
import io.github.bkd4j.text.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much each word changes a difference of logits by being there: the text as it is, less the text without the word.
 * All the shortened texts go through the network together. The changes do not add up, for words act together.
 */
final class LeaveOneOut {

    private LeaveOneOut() {}

    static Shares of(TextEncoder encoder, KernelNetwork network, String text, int label, int other) {
        List<TextToken> words = encoder.tokens(text);
        int[] ids = words.stream().mapToInt(TextToken::id).toArray();
        float[][] logits = network.logits(new Shortened(ids));
        double[] differences = Arrays.stream(logits)
                .mapToDouble(row -> OutputKernel.difference(row, label, other))
                .toArray(); // [words + 2]
        List<Contribution> contributions = IntStream.range(0, ids.length)
                .mapToObj(i -> contribution(words.get(i), differences[ids.length] - differences[i]))
                .toList();
        return new Shares(differences[ids.length + 1], contributions, false);
    }

    private static Contribution contribution(TextToken word, double value) {
        return new Contribution(word.token(), word.kind(), List.of(word.place()), value);
    }

    /** For each word the text without it, then the whole text, then one that has nothing known. */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    private record Shortened(int[] ids) implements Tokens.Source {

        @Override
        public int size() {
            return ids.length + 2;
        }

        @Override
        public Tokens tokens(int first, int end) {
            int[][] texts = IntStream.range(first, end).mapToObj(this::text).toArray(int[][]::new);
            float[][] weights = new float[texts.length][]; // [texts][words]
            for (int text = 0; text < texts.length; text++) {
                weights[text] = new float[texts[text].length];
                Arrays.fill(weights[text], 1);
            }
            return Tokens.of(texts, weights);
        }

        private int[] text(int position) {
            int[] left = IntStream.range(0, position > ids.length ? 0 : ids.length)
                    .filter(i -> i != position)
                    .map(i -> ids[i])
                    .toArray();
            boolean known = Arrays.stream(left).anyMatch(id -> id != Vocabulary.UNKNOWN);
            return known ? left : new int[] {Vocabulary.UNKNOWN}; // as an encoder has it
        }
    }
}
