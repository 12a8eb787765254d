package io.github.bkd4j.spark;

import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.io.Fingerprint;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A teacher that counts letters, and the texts that it is asked for in this JVM. */
record ToyTeacher(List<String> labels, int factor) implements TeacherSource {

    static final AtomicInteger OPENED = new AtomicInteger();
    static final AtomicInteger ASKED = new AtomicInteger();

    static ToyTeacher of(int factor) {
        return new ToyTeacher(List.of("a", "b", "c"), factor);
    }

    @Override
    public Predictor<String> open() {
        OPENED.incrementAndGet();
        return texts -> {
            ASKED.addAndGet(texts.size());
            return new Logits(labels, texts.stream().map(this::logits).toArray(float[][]::new));
        };
    }

    /** How often a text has the first letter of each label. */
    float[] logits(String text) {
        float[] logits = new float[labels.size()];
        for (int c = 0; c < logits.length; c++) {
            char letter = labels.get(c).toLowerCase(Locale.ROOT).charAt(0);
            logits[c] = factor * text.chars().filter(other -> other == letter).count();
        }
        return logits;
    }

    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of().with("labels", labels).with("factor", factor);
    }
}
