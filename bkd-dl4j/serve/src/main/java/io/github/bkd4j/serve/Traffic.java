package io.github.bkd4j.serve;

import io.github.bkd4j.drift.Drift;
import io.github.bkd4j.drift.Profile;
import io.github.bkd4j.evaluate.Logits;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model said of the latest texts, without the texts: how far they are from its training. Thread-safe. */
final class Traffic {

    static final int KEPT = 1000; // texts

    private static final double NEW = 0.1; // share of the kept texts

    private final List<String> labels;
    private final Optional<Profile> profile;
    private final Object measuring = new Object(); // takes long: texts are kept meanwhile
    private final float[][] rows = new float[KEPT][]; // [texts][classes], a ring
    private final double[] unknown = new double[KEPT];
    private long seen;
    private long measured;
    private @Nullable Drift drift;

    Traffic(ModelClassifier classifier) {
        this.labels = classifier.trained().counts().labels();
        this.profile = classifier.profile();
    }

    /** Keeps logits of texts, and the share of each text's words that the model does not know. */
    void add(Logits logits, double[] unknownShares) {
        if (profile.isPresent()) {
            keep(logits, unknownShares);
        }
    }

    private synchronized void keep(Logits logits, double[] unknownShares) {
        for (int i = 0; i < unknownShares.length; i++) {
            int place = (int) (seen++ % KEPT);
            rows[place] = logits.row(i);
            unknown[place] = unknownShares[i];
        }
    }

    /** Of the kept texts, measured anew where a tenth of them are new; empty without a profile or a text. */
    Optional<Drift> drift() {
        synchronized (measuring) {
            Kept kept = kept();
            if (profile.isPresent() && kept.seen() - measured > NEW * kept.unknown().length) {
                measured = kept.seen();
                drift = profile.get().drift(new Logits(labels, kept.rows()), kept.unknown());
            }
            return Optional.ofNullable(drift);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // not compared
    private record Kept(long seen, float[][] rows, double[] unknown) {}

    private synchronized Kept kept() {
        int texts = (int) Math.min(seen, KEPT);
        return new Kept(seen, Arrays.copyOf(rows, texts), Arrays.copyOf(unknown, texts));
    }
}
