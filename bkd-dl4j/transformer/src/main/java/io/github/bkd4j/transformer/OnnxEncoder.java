package io.github.bkd4j.transformer;

import ai.djl.huggingface.tokenizers.Encoding;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Threads;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.extern.slf4j.Slf4j;

/**
 * A sentence encoder in the ONNX format with its tokenizer. A text's vector is the mean of its token vectors, scaled to
 * length 1, or the output of the model itself if it gives one vector per text. Each text is embedded separately, on the
 * threads of {@link Threads}. Thread-safe; the {@code with} methods return changed copies that share the model.
 */
@Slf4j
public final class OnnxEncoder implements SentenceEncoder {

    private final OnnxParts parts;
    private final LongTexts longTexts;
    private final AtomicBoolean saidCut = new AtomicBoolean();

    private OnnxEncoder(OnnxParts parts, LongTexts longTexts) {
        this.parts = parts;
        this.longTexts = longTexts;
    }

    static OnnxEncoder of(OnnxParts parts) {
        return new OnnxEncoder(parts, LongTexts.CUT);
    }

    static OnnxEncoder miniLm() {
        return MiniLm.ENCODER;
    }

    /** Loads the encoder on first use. */
    private static final class MiniLm {
        static final OnnxEncoder ENCODER = of(OnnxParts.miniLm());
    }

    /**
     * Sets the treatment of long texts; by default they are truncated.
     *
     * @param value truncate, or average over windows
     * @return a changed copy with another fingerprint
     */
    public OnnxEncoder withLongTexts(LongTexts value) {
        return new OnnxEncoder(parts, value);
    }

    /**
     * The maximum number of tokens per window, from the tokenizer's file; 512 if that sets none.
     *
     * @return at least 1, including the special tokens
     */
    public int maxTokens() {
        return parts.tokenizer().limit();
    }

    @Override
    public String name() {
        return parts.name();
    }

    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of()
                .with("name", name())
                .with("files", parts.fingerprint())
                .with("long texts", longTexts);
    }

    @Override
    public int dimension() {
        return parts.dimension();
    }

    /** Returns the whole words among the tokenizer's tokens. */
    @Override
    public List<String> lexicon() {
        return parts.tokenizer().words();
    }

    @Override
    public float[][] embed(List<String> texts) {
        float[][] vectors = new float[texts.size()][]; // [texts, dimension]
        Threads.run(vectors.length, i -> vectors[i] = embed(i, texts.get(i)));
        return vectors;
    }

    private float[] embed(int position, String text) {
        List<Encoding> windows = parts.tokenizer().windows(text);
        if (longTexts == LongTexts.CUT && windows.size() > 1) {
            sayCut(position);
            windows = windows.subList(0, 1);
        }
        float[] mean = mean(windows);
        return parts.model().pools() ? scaled(mean) : mean;
    }

    private void sayCut(int position) {
        if (!saidCut.getAndSet(true)) {
            log.warn(
                    "text {} has more than {} tokens; encoder {} looks at the first ones (said once)",
                    position + 1,
                    maxTokens(),
                    name());
        }
    }

    /** The mean over the tokens of all windows; the zero vector for a text without tokens. */
    private float[] mean(List<Encoding> windows) {
        int all = windows.stream().mapToInt(window -> window.getIds().length).sum();
        float[] mean = new float[dimension()];
        if (all == 0) {
            return mean;
        }
        for (Encoding window : windows) {
            float[] vector = parts.model().run(window);
            float share = (float) window.getIds().length / all;
            for (int d = 0; d < mean.length; d++) {
                mean[d] += share * vector[d];
            }
        }
        return mean;
    }

    private static float[] scaled(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float scale = squares > 0 ? (float) (1 / Math.sqrt(squares)) : 1;
        for (int d = 0; d < vector.length; d++) {
            vector[d] *= scale;
        }
        return vector;
    }

    @Override
    public String toString() {
        return "OnnxEncoder[name=" + name() + ", longTexts=" + longTexts + ", fingerprint="
                + fingerprint().hex() + "]";
    }
}
