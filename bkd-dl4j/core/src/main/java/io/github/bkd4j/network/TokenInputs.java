package io.github.bkd4j.network;

import io.github.bkd4j.input.Features;
import io.github.bkd4j.input.Inputs;
import io.github.bkd4j.text.TokenRows;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Rows of tokens. DL4J requires an array per input, so it gets an empty one that carries the batch size, [batch, 1].
 */
record TokenInputs(TokenRows rows) implements Inputs {

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public int length(int row) {
        return rows.length(row);
    }

    @Override
    public Features features(int... positions) {
        return new Features(List.of(Nd4j.create(positions.length, 1)), List.of(), rows.batch(positions));
    }
}
