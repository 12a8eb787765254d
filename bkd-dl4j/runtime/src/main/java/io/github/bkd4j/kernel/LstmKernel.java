package io.github.bkd4j.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Two LSTMs (Hochreiter and Schmidhuber, Neural Computation 1997, with forget gates and without peepholes), one from
 * each end of the text, each unit pooled to its largest output over the tokens. Features: those of the LSTM that reads
 * forwards, then those of the other.
 *
 * @param vocabulary number of embeddings
 * @param dimension length of an embedding
 * @param units of each LSTM
 * @param deviation standard deviation of new embeddings
 */
public record LstmKernel(int vocabulary, int dimension, int units, double deviation) implements TextKernel {

    static final int GATES = 4; // input, forget, output, candidate: each a run of units
    static final int TABLES = 3; // of a direction: by token, by last output, bias

    @Override
    public int features() {
        return 2 * units;
    }

    /** The embeddings; for each direction weights [dimension][4 units] and [units][4 units], and bias [1][4 units]. */
    @Override
    public List<TableShape> shapes() {
        TableShape byToken = new TableShape(dimension, GATES * units);
        TableShape byOutput = new TableShape(units, GATES * units);
        TableShape bias = new TableShape(1, GATES * units);
        return List.of(new TableShape(vocabulary, dimension), byToken, byOutput, bias, byToken, byOutput, bias);
    }

    @Override
    public List<ParameterTable> draw(long seed) {
        Random random = new Random(seed);
        List<ParameterTable> tables = new ArrayList<>();
        tables.add(Embeddings.draw(vocabulary, dimension, deviation, random));
        double spread = 1 / Math.sqrt(units);
        for (int direction = 0; direction < 2; direction++) {
            tables.add(ParameterTable.normal(dimension, GATES * units, 1 / Math.sqrt(dimension), random));
            tables.add(ParameterTable.normal(units, GATES * units, spread, random));
            ParameterTable bias = new ParameterTable(1, GATES * units);
            Arrays.fill(bias.row(0), units, 2 * units, 1); // what is not yet learnt to be forgotten is kept
            tables.add(bias);
        }
        return tables;
    }

    @Override
    public Pass forward(List<ParameterTable> parameters, Tokens tokens) {
        return new LstmPass(this, parameters, tokens);
    }
}
