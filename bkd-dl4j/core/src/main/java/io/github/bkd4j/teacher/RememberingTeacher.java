package io.github.bkd4j.teacher;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.model.Classifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/**
 * Remembers a teacher's logits by instance list: the same objects in the same order. Thread-safe; predictions are
 * serialised.
 */
@RequiredArgsConstructor
final class RememberingTeacher<X> implements Teacher<X> {

    private final Teacher<X> teacher;
    private final List<Answer<X>> answers = new ArrayList<>();

    /** Instances and the logits predicted for them. */
    private record Answer<X>(List<X> instances, Logits logits) {

        @SuppressWarnings("ReferenceEquality") // equal objects may differ in parts that a teacher reads
        boolean isAbout(List<X> asked) {
            if (asked.size() != instances.size()) {
                return false;
            }
            for (int i = 0; i < asked.size(); i++) {
                if (asked.get(i) != instances.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public String name() {
        return teacher.name();
    }

    @Override
    public Optional<Classifier<X>> classifier() {
        return teacher.classifier();
    }

    @Override
    public synchronized Logits predict(List<X> instances) {
        return answers.stream()
                .filter(answer -> answer.isAbout(instances))
                .findFirst()
                .orElseGet(() -> asked(List.copyOf(instances)))
                .logits();
    }

    private Answer<X> asked(List<X> instances) {
        Answer<X> answer = new Answer<>(instances, teacher.predict(instances));
        answers.add(answer);
        return answer;
    }

    @Override
    public Teacher<X> remembering() {
        return this;
    }
}
