package io.github.bkd4j.transformer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Models small enough to work by hand, written as onnx.proto3 says: the vector of token id i is row i of a table, and
 * by option the largest numbers of a text's rows are the vector of the text.
 */
final class TinyOnnx {

    static final float[][] TABLE = {{0, 0}, {3, 0}, {0, 4}, {1, 1}};

    private static final int FLOAT = 1;
    private static final int INT32 = 6;
    private static final int INT64 = 7;
    private static final List<String> INPUTS = List.of("input_ids", "attention_mask");

    private TinyOnnx() {}

    /** One vector a token: last_hidden_state [batch, tokens, 2]. */
    static byte[] ofTokens() {
        return model(INPUTS, gather("last_hidden_state"), output("last_hidden_state", FLOAT, 3));
    }

    /** One vector a text: sentence_embedding [batch, 2], after last_hidden_state. */
    static byte[] ofTexts() {
        return model(
                INPUTS,
                join(gather("last_hidden_state"), max("last_hidden_state", "sentence_embedding")),
                join(output("last_hidden_state", FLOAT, 3), output("sentence_embedding", FLOAT, 2)));
    }

    /** As {@link #ofTokens}, with other inputs, the first of which are the token ids. */
    static byte[] withInputs(List<String> inputs) {
        byte[] gather = node("Gather", List.of("table", inputs.get(0)), "last_hidden_state", new byte[0]);
        return model(inputs, gather, output("last_hidden_state", FLOAT, 3));
    }

    /** Gives its token ids back: [batch, tokens] of integers. */
    static byte[] ofIntegers() {
        return model(INPUTS, node("Identity", List.of("input_ids"), "logits", new byte[0]), output("logits", INT64, 2));
    }

    /** As {@link #ofTokens}, with a vector added at each of four positions. */
    static byte[] ofOneOrFourTokens() {
        byte[] sum = node("Add", List.of("vectors", "table"), "last_hidden_state", new byte[0]);
        return model(INPUTS, join(gather("vectors"), sum), output("last_hidden_state", FLOAT, 3));
    }

    /** Takes its token ids in 32 bits. */
    static byte[] ofShortIntegers() {
        return model(INPUTS, INT32, gather("last_hidden_state"), output("last_hidden_state", FLOAT, 3));
    }

    /** The largest number of each column of a batch, [2], or all vectors, [1, batch, tokens, 2]. */
    static byte[] ofRank(int rank) {
        byte[] axes = join(text(1, "axes"), rank == 1 ? number(8, 1) : new byte[0], number(8, 0), number(20, 7));
        byte[] keep = join(text(1, "keepdims"), number(3, 0), number(20, 2));
        byte[] attributes = rank == 1 ? join(part(5, axes), part(5, keep)) : part(5, axes);
        byte[] last = node(rank == 1 ? "ReduceMax" : "Unsqueeze", List.of("vectors"), "sentence_embedding", attributes);
        return model(INPUTS, join(gather("vectors"), last), output("sentence_embedding", FLOAT, rank));
    }

    private static byte[] gather(String output) {
        return node("Gather", List.of("table", "input_ids"), output, new byte[0]);
    }

    private static byte[] max(String input, String output) {
        byte[] axes = join(text(1, "axes"), number(8, 1), number(20, 7)); // ints
        byte[] keep = join(text(1, "keepdims"), number(3, 0), number(20, 2)); // int
        return node("ReduceMax", List.of(input), output, join(part(5, axes), part(5, keep)));
    }

    private static byte[] model(List<String> inputs, byte[] nodes, byte[] outputs) {
        return model(inputs, INT64, nodes, outputs);
    }

    private static byte[] model(List<String> inputs, int type, byte[] nodes, byte[] outputs) {
        byte[] graph = join(nodes, text(2, "tiny"), part(5, table()));
        for (String input : inputs) {
            graph = join(graph, part(11, tensor(input, type, 2)));
        }
        return join(number(1, 7), part(8, number(2, 11)), part(7, join(graph, outputs)));
    }

    private static byte[] node(String type, List<String> inputs, String output, byte[] attributes) {
        byte[] node = new byte[0];
        for (String input : inputs) {
            node = join(node, text(1, input));
        }
        return part(1, join(node, text(2, output), text(4, type), attributes));
    }

    private static byte[] output(String name, int type, int rank) {
        return part(12, tensor(name, type, rank));
    }

    private static byte[] tensor(String name, int type, int rank) {
        byte[] shape = new byte[0];
        for (int dimension = 0; dimension < rank; dimension++) {
            shape = join(shape, part(1, text(2, name + dimension)));
        }
        return join(text(1, name), part(2, part(1, join(number(1, type), part(2, shape)))));
    }

    private static byte[] table() {
        ByteBuffer values = ByteBuffer.allocate(TABLE.length * 2 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : TABLE) {
            values.putFloat(row[0]).putFloat(row[1]);
        }
        return join(number(1, TABLE.length), number(1, 2), number(2, FLOAT), text(8, "table"), part(9, values.array()));
    }

    private static byte[] text(int field, String value) {
        return part(field, value.getBytes(UTF_8));
    }

    private static byte[] part(int field, byte[] value) {
        return join(varint((field << 3) | 2), varint(value.length), value);
    }

    private static byte[] number(int field, int value) {
        return join(varint(field << 3), varint(value));
    }

    private static byte[] varint(int value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int rest = value;
        while (rest > 0x7f) {
            bytes.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
