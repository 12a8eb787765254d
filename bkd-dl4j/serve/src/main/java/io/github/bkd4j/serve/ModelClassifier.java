package io.github.bkd4j.serve;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.drift.Profile;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.explain.Explanation;
import io.github.bkd4j.model.Classification;
import io.github.bkd4j.model.MultiLabelClassification;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.model.Provenance;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.model.TextModel;
import io.github.bkd4j.scope.ScopeDetector;
import java.util.List;
import java.util.Optional;

/** What answers: a classifier of one class or one of several labels per text. */
sealed interface ModelClassifier {

    /** What was trained together. */
    record Trained(TextModel model, ClassCounts counts, Provenance provenance) {}

    Trained trained();

    /** Predicts logits of texts, {@code [texts][classes]}. */
    Predictor<String> classifier();

    /** What a row of logits says. */
    Said said(Logits logits, int row);

    /** Why the text is given its most probable label; empty if there is nothing to compare with. */
    Optional<Explanation> explain(String text, String label);

    /** What the thresholds of abstention were chosen for. */
    default Optional<String> abstention() {
        return Optional.empty();
    }

    default Optional<ScopeDetector> scope() {
        return Optional.empty();
    }

    default Optional<Profile> profile() {
        return Optional.empty();
    }

    /** One class per text. */
    record OneClass(TextClassifier classifier) implements ModelClassifier {

        @Override
        public Trained trained() {
            return new Trained(classifier.model(), classifier.trainingCounts(), classifier.provenance());
        }

        @Override
        public Said said(Logits logits, int row) {
            Classification said = Classification.of(logits, row);
            return new Said(said.label(), said.probability(), classifier.answers(said), Optional.empty(), said::top);
        }

        @Override
        public Optional<Explanation> explain(String text, String label) {
            return classifier.labels().size() < 2 ? Optional.empty() : Optional.of(classifier.explain(text));
        }

        @Override
        public Optional<String> abstention() {
            return classifier.abstention().map(chosen -> chosen.goal().toString());
        }

        @Override
        public Optional<ScopeDetector> scope() {
            return classifier.scope();
        }

        @Override
        public Optional<Profile> profile() {
            return classifier.profile();
        }
    }

    /** Several labels per text, or none: a text without a label has no answer. */
    record LabelSets(MultiLabelClassifier classifier) implements ModelClassifier {

        @Override
        public Trained trained() {
            return new Trained(classifier.model(), classifier.trainingCounts(), classifier.provenance());
        }

        @Override
        public Said said(Logits logits, int row) {
            MultiLabelClassification said = MultiLabelClassification.of(logits, classifier.thresholds(), row);
            List<Classification.Candidate> candidates = candidates(said.candidates());
            List<Classification.Candidate> labels = candidates(said.assigned());
            Classification.Candidate first = labels.isEmpty() ? candidates.get(0) : labels.get(0);
            return new Said(
                    first.label(),
                    first.probability(),
                    !labels.isEmpty(),
                    Optional.of(labels),
                    k -> candidates.subList(0, Math.min(k, candidates.size())));
        }

        private static List<Classification.Candidate> candidates(List<MultiLabelClassification.Candidate> labels) {
            return labels.stream()
                    .map(label -> new Classification.Candidate(label.label(), label.probability()))
                    .toList();
        }

        @Override
        public Optional<Explanation> explain(String text, String label) {
            return Optional.of(classifier.explain(text, label));
        }
    }
}
