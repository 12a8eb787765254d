package io.github.bkd4j.kernel;

import java.util.Arrays;
import java.util.List;

/** One batch through one LSTM, in chunks of texts that run beside each other. Steps are counted as the LSTM reads. */
final class LstmDirection {

    private final int units;
    private final boolean backwards;
    private final Tokens tokens;
    private final float[][] embeddings; // [slots][dimension]
    private final float[][] byToken; // [dimension][4 units]
    private final float[][] byOutput; // [units][4 units]
    private final float[][] products; // [slots][4 units], each distinct token times the weights, and the bias
    private final float[][][] gates; // [texts][steps][4 units], overwritten by their derivatives in the backward pass
    private final float[][][] cells; // [texts][steps][units]
    private final float[][][] outputs; // [texts][steps][units]
    private final int[][] largest; // [texts][units], the step of the largest output

    LstmDirection(int units, boolean backwards, Tokens tokens, float[][] embeddings, List<ParameterTable> parameters) {
        this.units = units;
        this.backwards = backwards;
        this.tokens = tokens;
        this.embeddings = embeddings;
        this.byToken = parameters.get(0).rows();
        this.byOutput = parameters.get(1).rows();
        this.products = new float[embeddings.length][];
        Arrays.setAll(products, slot -> parameters.get(2).row(0).clone());
        Matrices.addProduct(embeddings, byToken, products);
        this.gates = new float[tokens.texts()][][];
        this.cells = new float[tokens.texts()][][];
        this.outputs = new float[tokens.texts()][][];
        this.largest = new int[tokens.texts()][units];
    }

    private int slot(int text, int step) {
        int[] slots = tokens.slots(text);
        return slots[backwards ? slots.length - 1 - step : step];
    }

    private int steps(int text) {
        return tokens.slots(text).length;
    }

    /** How many of the texts, the long ones first, have such a step. */
    private int active(int[] texts, int step) {
        int active = 0;
        while (active < texts.length && steps(texts[active]) > step) {
            active++;
        }
        return active;
    }

    /** Reads the texts, the long ones first, and writes each unit's largest output into the features. */
    void forward(int[] texts, float[][] features, int offset) {
        for (int text : texts) {
            gates[text] = new float[steps(text)][];
            cells[text] = new float[steps(text)][];
            outputs[text] = new float[steps(text)][];
        }
        float[][] last = new float[texts.length][units]; // outputs of the step before
        float[][] sums = new float[texts.length][];
        for (int step = 0; step < steps(texts[0]); step++) {
            int active = active(texts, step);
            for (int i = 0; i < active; i++) {
                sums[i] = products[slot(texts[i], step)].clone();
            }
            Matrices.addProduct(last, byOutput, sums, 0, active);
            for (int i = 0; i < active; i++) {
                last[i] = step(texts[i], step, sums[i]);
            }
        }
        for (int text : texts) {
            pool(text, features[text], offset);
        }
    }

    private float[] step(int text, int step, float[] gate) {
        Squash.logistic(gate, 0, 3 * units);
        Squash.tanh(gate, 3 * units, 4 * units);
        float[] cell = new float[units];
        float[] output = new float[units];
        float[] before = step == 0 ? cell : cells[text][step - 1];
        for (int u = 0; u < units; u++) {
            cell[u] = gate[units + u] * before[u] + gate[u] * gate[3 * units + u];
            output[u] = gate[2 * units + u] * Squash.tanh(cell[u]);
        }
        gates[text][step] = gate;
        cells[text][step] = cell;
        outputs[text][step] = output;
        return output;
    }

    private void pool(int text, float[] features, int offset) {
        for (int u = 0; u < units; u++) {
            int best = 0;
            for (int step = 1; step < steps(text); step++) {
                if (outputs[text][step][u] > outputs[text][best][u]) {
                    best = step;
                }
            }
            largest[text][u] = best;
            features[offset + u] = outputs[text][best][u];
        }
    }

    /** Turns the gates of the texts into the derivatives with respect to what went into them. */
    void backward(int[] texts, float[][] epsilon, int offset) {
        float[][] byGate = Matrices.transposed(byOutput, LstmKernel.GATES * units); // [4 units][units]
        float[][] outer = new float[texts.length][units]; // derivative with respect to the output of a step
        float[][] inner = new float[texts.length][units]; // and to its cell, from later steps
        float[][] sums = new float[texts.length][];
        for (int step = steps(texts[0]) - 1; step >= 0; step--) {
            int active = active(texts, step);
            for (int i = 0; i < active; i++) {
                int text = texts[i];
                for (int u = 0; u < units; u++) {
                    outer[i][u] += largest[text][u] == step ? epsilon[text][offset + u] : 0;
                }
                stepBack(text, step, outer[i], inner[i]);
                sums[i] = gates[text][step];
                Arrays.fill(outer[i], 0);
            }
            Matrices.addProduct(sums, byGate, outer, 0, active);
        }
    }

    private void stepBack(int text, int step, float[] outer, float[] inner) {
        float[] gate = gates[text][step];
        float[] cell = cells[text][step];
        float[] before = step == 0 ? new float[units] : cells[text][step - 1];
        for (int u = 0; u < units; u++) {
            float in = gate[u];
            float forget = gate[units + u];
            float out = gate[2 * units + u];
            float candidate = gate[3 * units + u];
            float squashed = Squash.tanh(cell[u]);
            float byCell = inner[u] + outer[u] * out * (1 - squashed * squashed);
            gate[u] = byCell * candidate * in * (1 - in);
            gate[units + u] = byCell * before[u] * forget * (1 - forget);
            gate[2 * units + u] = outer[u] * squashed * out * (1 - out);
            gate[3 * units + u] = byCell * in * (1 - candidate * candidate);
            inner[u] = byCell * forget;
        }
    }

    /** Zeros to add to, [slots][dimension]. */
    float[][] byEmbedding() {
        return new float[embeddings.length][byToken.length];
    }

    /** After the backward pass: adds to the embeddings' gradient, and appends those of this direction's tables. */
    void addTo(float[][] byEmbedding, List<RowGradient> gradients) {
        int width = LstmKernel.GATES * units;
        float[][] bySlot = bySlot(width); // [slots][4 units]
        Matrices.addProduct(bySlot, Matrices.transposed(byToken, width), byEmbedding);
        float[][] ofTokens = new float[byToken.length][width];
        Matrices.addProduct(Matrices.transposed(embeddings, byToken.length), bySlot, ofTokens);
        float[] ofBias = new float[width];
        for (float[] row : bySlot) {
            Matrices.addTo(ofBias, row);
        }
        gradients.add(RowGradient.dense(ofTokens));
        gradients.add(RowGradient.dense(ofOutputs(width)));
        gradients.add(RowGradient.dense(new float[][] {ofBias}));
    }

    /** The gates' derivatives, summed over the tokens of each slot. */
    private float[][] bySlot(int width) {
        float[][][] inOrder = new float[tokens.texts()][][]; // [texts][tokens][4 units]
        for (int text = 0; text < inOrder.length; text++) {
            inOrder[text] = new float[steps(text)][];
            for (int step = 0; step < inOrder[text].length; step++) {
                inOrder[text][backwards ? inOrder[text].length - 1 - step : step] = gates[text][step];
            }
        }
        TokenGradient gradient = new TokenGradient(tokens, inOrder);
        float[][] bySlot = new float[gradient.size()][width];
        Matrices.parallel(bySlot.length, slot -> gradient.row(slot, bySlot[slot]));
        return bySlot;
    }

    /** Outputs of the step before times the gates' derivatives, over all texts and steps: [units][4 units]. */
    private float[][] ofOutputs(int width) {
        int pairs = 0;
        for (float[][] text : gates) {
            pairs += text.length - 1;
        }
        float[][] before = new float[pairs][];
        float[][] after = new float[pairs][];
        int pair = 0;
        for (int text = 0; text < gates.length; text++) {
            for (int step = 1; step < gates[text].length; step++) {
                before[pair] = outputs[text][step - 1];
                after[pair++] = gates[text][step];
            }
        }
        float[][] gradient = new float[units][width];
        Matrices.addProduct(Matrices.transposed(before, units), after, gradient);
        return gradient;
    }
}
