package io.github.bkd4j.network;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.input.Encoder;
import io.github.bkd4j.input.Encoding;
import io.github.bkd4j.model.Provenance;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.model.TextModel;
import io.github.bkd4j.text.TextEncoding;
import java.util.List;

/**
 * An architecture for texts as tokens: one {@link TextVertex} and an output layer. What it trains is a
 * {@link TextClassifier}, which can be saved and answers without natives.
 */
public interface TextArchitecture extends Architecture<String> {

    /**
     * How texts become tokens.
     *
     * @return the recipe
     */
    TextEncoding text();

    @Override
    default Encoding<String> encoding() {
        return new TokenEncoding(text(), List.of());
    }

    @Override
    default TextClassifier classifier(
            Encoder<String> encoder, Network network, ClassCounts trainingCounts, Provenance provenance) {
        TextModel model = new TextModel(((TokenEncoding.Fitted) encoder).text(), network.kernelNetwork());
        return new TextClassifier(model, trainingCounts, provenance);
    }
}
