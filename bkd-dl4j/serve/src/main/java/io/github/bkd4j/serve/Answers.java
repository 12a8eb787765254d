package io.github.bkd4j.serve;

import static io.github.bkd4j.serve.RequestException.UNAVAILABLE;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.explain.Explanation;
import io.github.bkd4j.text.TextEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Asks a model.
 *
 * @param model what answers
 * @param request what is asked
 * @param deadline by {@link System#nanoTime}, when nobody waits any more
 */
record Answers(LoadedModel model, ClassifyRequest request, long deadline) {

    private static final int BATCH = 256; // texts answered together, between looks at the clock

    /** One per text, in their order. */
    List<Answer> all() {
        List<Answer> answers = new ArrayList<>();
        List<String> texts = request.texts();
        for (int from = 0; from < texts.size(); from += BATCH) {
            answers.addAll(batch(texts.subList(from, Math.min(from + BATCH, texts.size()))));
        }
        return answers;
    }

    private List<Answer> batch(List<String> texts) {
        requireTime();
        ModelClassifier classifier = model.classifier();
        Logits logits = classifier.classifier().predict(texts);
        TextEncoder encoder = classifier.trained().model().encoder();
        double[] unknown = texts.stream().mapToDouble(encoder::unknownShare).toArray();
        double[] outOfScope = classifier
                .scope()
                .map(detector -> detector.scores(logits, unknown))
                .orElse(new double[0]);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            Said said = classifier.said(logits, i);
            answers.add(new Answer(
                    said,
                    unknown[i] < 1 || encoder.hasKnownToken(text), // a part of an unknown word may be known
                    outOfScope.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(outOfScope[i]),
                    explanation(text, said.label())));
        }
        model.traffic().add(logits, unknown);
        model.metrics().count(answers, unknown);
        return answers;
    }

    private Optional<Explanation> explanation(String text, String label) {
        if (request.tokens() == 0) {
            return Optional.empty();
        }
        requireTime();
        return model.classifier().explain(text, label);
    }

    private void requireTime() {
        if (System.nanoTime() - deadline > 0) {
            throw new RequestException(
                    UNAVAILABLE, "the answer must be ready in time but was not; ask for fewer texts at once");
        }
    }
}
