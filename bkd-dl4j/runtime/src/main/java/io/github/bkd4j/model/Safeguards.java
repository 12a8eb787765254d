package io.github.bkd4j.model;

import io.github.bkd4j.drift.Profile;
import io.github.bkd4j.evaluate.Abstention;
import io.github.bkd4j.scope.ScopeDetector;
import java.util.Optional;

/**
 * What a classifier knows of its own limits, learnt from texts that it was not trained on. It is about the logits as
 * they are: a classifier with changed logits has none of it.
 *
 * @param abstention from which confidence on it answers
 * @param profile what it says of texts like those of its training
 * @param scope what tells texts of no class
 */
record Safeguards(Optional<Abstention> abstention, Optional<Profile> profile, Optional<ScopeDetector> scope) {

    static final Safeguards NONE = new Safeguards(Optional.empty(), Optional.empty(), Optional.empty());

    Safeguards with(Abstention other) {
        return new Safeguards(Optional.of(other), profile, scope);
    }

    Safeguards with(Profile other) {
        return new Safeguards(abstention, Optional.of(other), scope);
    }

    Safeguards with(ScopeDetector other) {
        return new Safeguards(abstention, profile, Optional.of(other));
    }
}
