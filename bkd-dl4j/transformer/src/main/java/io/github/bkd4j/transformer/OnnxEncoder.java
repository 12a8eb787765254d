package io.github.bkd4j.transformer;

import ai.djl.huggingface.tokenizers.Encoding;
import io.github.bkd4j.io.Checks;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Threads;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.extern.slf4j.Slf4j;

/**
 * A sentence encoder in the ONNX format with its tokenizer. A text's vector is pooled from its token vectors, by
 * default their mean, and scaled to length 1, or the output of the model itself if it gives one vector per text. Each
 * text is embedded separately, on the threads of {@link Threads}. Thread-safe; the {@code with} methods return changed
 * copies that share the model.
 */
@Slf4j
public final class OnnxEncoder implements SentenceEncoder {

    /** The fewest tokens of a window: one beside the special tokens. */
    public static final int FEWEST_TOKENS = 3;

    private static final Map<NamedEncoder, OnnxEncoder> LOADED = new ConcurrentHashMap<>();

    private final OnnxParts parts;
    private final EncoderSettings settings;
    private final AtomicBoolean saidCut = new AtomicBoolean();

    private OnnxEncoder(OnnxParts parts, EncoderSettings settings) {
        this.parts = parts;
        this.settings = settings;
    }

    static OnnxEncoder of(OnnxParts parts) {
        int maxTokens = parts.tokenizer().limit();
        boolean normalised = parts.model().pools();
        return new OnnxEncoder(parts, new EncoderSettings(Pooling.MEAN, "", normalised, LongTexts.CUT, maxTokens));
    }

    static OnnxEncoder of(NamedEncoder named) {
        return LOADED.computeIfAbsent(
                named,
                missing ->
                        of(OnnxParts.of(missing)).withPooling(missing.pooling()).withPrefix(missing.prefix()));
    }

    /**
     * Sets how token vectors become one vector.
     *
     * @param value by default the mean
     * @return a changed copy with another fingerprint
     * @throws EncoderException if the model gives one vector per text and the value is not the mean
     */
    public OnnxEncoder withPooling(Pooling value) {
        if (value != Pooling.MEAN && !parts.model().pools()) {
            throw new EncoderException(parts.model().name()
                    + ": the pooling of a model that gives one vector per text must be MEAN but was " + value);
        }
        return new OnnxEncoder(parts, settings.withPooling(value));
    }

    /**
     * Sets what is put before each text; of a long text in windows, only the first has it.
     *
     * @param value such as {@code "query: "}; empty by default
     * @return a changed copy with another fingerprint
     */
    public OnnxEncoder withPrefix(String value) {
        return new OnnxEncoder(parts, settings.withPrefix(value));
    }

    /**
     * Sets whether vectors are scaled to length 1.
     *
     * @param value by default true, unless the model gives one vector per text
     * @return a changed copy with another fingerprint
     */
    public OnnxEncoder withNormalised(boolean value) {
        return new OnnxEncoder(parts, settings.withNormalised(value));
    }

    /**
     * Sets the treatment of long texts; by default they are truncated.
     *
     * @param value truncate, or average over windows
     * @return a changed copy with another fingerprint
     */
    public OnnxEncoder withLongTexts(LongTexts value) {
        return new OnnxEncoder(parts, settings.withLongTexts(value));
    }

    /**
     * Sets the maximum number of tokens per window: fewer are faster, more than the model has positions are refused
     * when a text is that long.
     *
     * @param value at least 3, including the special tokens
     * @return a changed copy with another fingerprint
     * @throws IllegalArgumentException if less than 3
     */
    public OnnxEncoder withMaxTokens(int value) {
        Checks.atLeast("max tokens", FEWEST_TOKENS, value);
        return new OnnxEncoder(parts.withMaxTokens(value), settings.withMaxTokens(value));
    }

    /**
     * The maximum number of tokens per window, by default from the tokenizer's file; 512 if that sets none.
     *
     * @return including the special tokens
     */
    public int maxTokens() {
        return settings.maxTokens();
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
                .with("settings", settings);
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
        List<Encoding> windows = parts.tokenizer().windows(settings.prefix() + text);
        if (settings.longTexts() == LongTexts.CUT && windows.size() > 1) {
            sayCut(position);
            windows = windows.subList(0, 1);
        }
        float[] mean = mean(windows);
        return settings.normalised() ? scaled(mean) : mean;
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

    /** The mean over all windows, weighted by their tokens; the zero vector for a text without tokens. */
    private float[] mean(List<Encoding> windows) {
        int all = windows.stream().mapToInt(window -> window.getIds().length).sum();
        float[] mean = new float[dimension()];
        if (all == 0) {
            return mean;
        }
        for (Encoding window : windows) {
            float[] vector = parts.model().run(window, settings.pooling());
            float share = (float) window.getIds().length / all;
            for (int d = 0; d < mean.length; d++) {
                mean[d] += share * vector[d];
            }
        }
        return mean;
    }

    static float[] scaled(float[] vector) {
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
        return "OnnxEncoder[name=" + name() + ", longTexts=" + settings.longTexts() + ", fingerprint="
                + fingerprint().hex() + "]";
    }
}
