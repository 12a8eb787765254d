package io.github.bkd4j.serve;

import io.github.bkd4j.model.Classification.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What logits say of a text.
 *
 * @param label the most probable class; of several labels the most probable one that the text is given, or if it is
 *     given none, the most probable of all
 * @param probability of it
 * @param answered false if the model abstains, or gives the text no label
 * @param labels those that the text is given, the most probable first, by a model of several labels per text; empty of
 *     a model of one class per text
 * @param top so many candidates, the most probable first
 */
record Said(
        String label,
        double probability,
        boolean answered,
        Optional<List<Candidate>> labels,
        IntFunction<List<Candidate>> top) {

    /** The labels that the text is given, or its class. */
    List<String> given() {
        return labels.map(sets -> sets.stream().map(Candidate::label).toList()).orElse(List.of(label));
    }
}
