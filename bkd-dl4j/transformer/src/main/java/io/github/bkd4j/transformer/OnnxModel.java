package io.github.bkd4j.transformer;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * An ONNX model on tokens. Thread-safe. Owns native memory, which is freed when the model is garbage-collected.
 *
 * <p>Each run embeds one text on one core, with as many parallel runs as cores. A quantised model scales its numbers by
 * the largest one of the whole batch, so that the vector of a text would depend on the other texts of its batch: for
 * MiniLM, cosines between batched and single runs fall to 0.97 in batches of 32. On two cores, padded batches are not
 * faster, batches of texts of equal length are faster by a fifth, and two threads per run are slower.
 */
final class OnnxModel {

    private static final Cleaner CLEANER = Cleaner.create();
    private static final Set<String> REQUIRED = Set.of("attention_mask", "input_ids");
    private static final String TYPES = "token_type_ids";
    private static final String PREFERRED_OUTPUT = "sentence_embedding";

    private final String name;
    private final OrtSession session;
    private final Set<String> inputs;
    private final String output;
    private final boolean pools;

    private OnnxModel(String name, OrtSession session) throws OrtException {
        this.name = name;
        this.session = session;
        CLEANER.register(this, () -> close(session));
        this.inputs = new TreeSet<>(session.getInputNames());
        requireInputs();
        for (NodeInfo input : session.getInputInfo().values()) {
            requireIntegers(input);
        }
        Set<String> outputs = session.getOutputNames();
        this.output = outputs.contains(PREFERRED_OUTPUT)
                ? PREFERRED_OUTPUT
                : outputs.iterator().next();
        this.pools = pools(Objects.requireNonNull(session.getOutputInfo().get(output)));
    }

    static OnnxModel of(String name, byte[] bytes) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL); // errors are thrown as well
            return new OnnxModel(name, OrtEnvironment.getEnvironment().createSession(bytes, options));
        } catch (OrtException e) {
            throw new EncoderException(name + ": not an ONNX model in one file", e);
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private void requireInputs() {
        Set<String> optional = new TreeSet<>(inputs);
        optional.removeAll(REQUIRED);
        optional.remove(TYPES);
        if (!inputs.containsAll(REQUIRED) || !optional.isEmpty()) {
            throw new EncoderException(name + ": a sentence encoder must have the inputs input_ids and attention_mask,"
                    + " with or without token_type_ids, but had " + inputs);
        }
    }

    private void requireIntegers(NodeInfo input) {
        if (!(input.getInfo() instanceof TensorInfo tensor)
                || tensor.type != OnnxJavaType.INT64
                || tensor.getShape().length != 2) {
            throw new EncoderException(name + ": the inputs of a sentence encoder must be INT64 [batch, tokens] but "
                    + input.getName() + " was " + shown(input));
        }
    }

    private static String shown(NodeInfo info) {
        return info.getInfo() instanceof TensorInfo tensor
                ? tensor.type + " " + Arrays.toString(tensor.getShape())
                : info.getInfo().toString();
    }

    private boolean pools(NodeInfo info) {
        int rank = info.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT
                ? tensor.getShape().length
                : 0;
        if (rank < 2 || rank > 3) {
            throw new EncoderException(
                    name + ": the output of a sentence encoder must be FLOAT [batch, tokens, dimension]"
                            + " or [batch, dimension] but " + output + " was " + shown(info));
        }
        return rank == 3;
    }

    /** The file, or the name, that the model was read from. */
    String name() {
        return name;
    }

    /** True if {@link #run} pools the token vectors; false if the model does. */
    boolean pools() {
        return pools;
    }

    /** The vector of a window, [dimension]: pooled over its tokens, or the model's own pooled output. */
    float[] run(Encoding window, Pooling pooling) {
        try {
            return run(window.getIds(), window.getAttentionMask(), window.getTypeIds(), pooling);
        } catch (OrtException e) {
            throw refusal(window, e);
        }
    }

    private float[] run(long[] ids, long[] mask, long[] types, Pooling pooling) throws OrtException {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            tensors.put("input_ids", tensor(ids));
            tensors.put("attention_mask", tensor(mask));
            if (inputs.contains(TYPES)) {
                tensors.put(TYPES, tensor(types));
            }
            try (OrtSession.Result result = session.run(tensors, Set.of(output))) {
                OnnxTensor tensor = (OnnxTensor) result.get(0);
                return switch (pooling) {
                    case MEAN -> mean(tensor);
                    case FIRST -> first(tensor);
                };
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
            Reference.reachabilityFence(this);
        }
    }

    private static OnnxTensor tensor(long[] values) throws OrtException {
        long[] shape = {1, values.length};
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), LongBuffer.wrap(values), shape);
    }

    /** There is no padding, so the mask is 1 everywhere and the mean is over all rows. */
    private static float[] mean(OnnxTensor tensor) {
        long[] shape = tensor.getInfo().getShape(); // [1, tokens, dimension] or [1, dimension]
        float[] mean = new float[(int) shape[shape.length - 1]];
        FloatBuffer values = tensor.getFloatBuffer();
        int tokens = values.remaining() / mean.length;
        while (values.hasRemaining()) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += values.get() / tokens;
            }
        }
        return mean;
    }

    private static float[] first(OnnxTensor tensor) {
        long[] shape = tensor.getInfo().getShape(); // [1, tokens, dimension]
        float[] first = new float[(int) shape[shape.length - 1]];
        tensor.getFloatBuffer().get(first);
        return first;
    }

    /** A model that refuses the largest token id alone does not fit its tokenizer; others have too few positions. */
    private EncoderException refusal(Encoding window, OrtException e) {
        long largest = LongStream.of(window.getIds()).max().orElse(0);
        try {
            run(new long[] {largest}, new long[] {1}, new long[] {0}, Pooling.MEAN);
        } catch (OrtException alone) {
            return new EncoderException(
                    name + ": the encoder must know the tokens of its tokenizer but refused token " + largest, e);
        }
        return new EncoderException(
                name + ": the encoder must take as many tokens as its windows have but refused "
                        + window.getIds().length,
                e);
    }
}
