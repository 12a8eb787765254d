package io.github.bkd4j.serve;

import io.github.bkd4j.explain.Explanation;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a model says of one text.
 *
 * @param said by the logits
 * @param known false if the model knows nothing of the text, so that its answer is a guess
 * @param outOfScope score of the model's detector, higher meaning less in scope; empty if it has none
 * @param explanation why, if it was asked for and the model has two classes
 */
record Answer(Said said, boolean known, OptionalDouble outOfScope, Optional<Explanation> explanation) {}
