package io.github.bkd4j.network;

import io.github.bkd4j.kernel.Tokens;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Takes the padding away: from token ids and weights, each [batch, tokens], to ragged tokens. */
final class RaggedTokens {

    private RaggedTokens() {}

    static Tokens of(INDArray ids, INDArray weights) {
        float[] allIds = Floats.of(ids);
        float[] allWeights = Floats.of(weights);
        int texts = (int) ids.size(0);
        int width = allIds.length / texts;
        int[][] keptIds = new int[texts][];
        float[][] keptWeights = new float[texts][];
        for (int text = 0; text < texts; text++) {
            int[] kept = kept(allWeights, text * width, (text + 1) * width);
            keptIds[text] = new int[kept.length];
            keptWeights[text] = new float[kept.length];
            for (int token = 0; token < kept.length; token++) {
                keptIds[text][token] = (int) allIds[kept[token]];
                keptWeights[text][token] = allWeights[kept[token]];
            }
        }
        return Tokens.of(keptIds, keptWeights);
    }

    /** Where weights are not 0; the first place if all are, for no text is empty. */
    private static int[] kept(float[] weights, int first, int end) {
        int[] kept = new int[end - first];
        int count = 0;
        for (int token = first; token < end; token++) {
            if (weights[token] != 0) {
                kept[count++] = token;
            }
        }
        if (count == 0) {
            return new int[] {first};
        }
        return count == kept.length ? kept : Arrays.copyOf(kept, count);
    }
}
