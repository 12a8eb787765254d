package io.github.bkd4j.distill;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.io.FloatBlock;
import io.github.bkd4j.io.Sha256;
import io.github.bkd4j.model.Provenance;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a plan and its data leave behind in the classifier. */
final class PlanProvenance {

    private PlanProvenance() {}

    static Provenance of(Distillation<?> plan, String teacher, Corpus<?> training) {
        TreeMap<String, String> entries = new TreeMap<>();
        entries.put("student", plan.student().toString());
        entries.put("objective", plan.objective().toString());
        entries.put("schedule", plan.schedule().toString());
        entries.put("seed", Long.toString(plan.seed()));
        entries.put("teacher", teacher);
        entries.put("training instances", Integer.toString(training.size()));
        entries.put("training fingerprint", fingerprint(training));
        entries.put("bkd version", version());
        return new Provenance(entries);
    }

    /** What must be the same for a training to go on where another has ended. */
    static SortedMap<String, String> ofRun(
            Provenance provenance,
            Distillation<?> plan,
            Splits<?> splits,
            List<?> unlabelled,
            @Nullable Logits teacher) {
        TreeMap<String, String> entries = new TreeMap<>(provenance.entries());
        if (plan.schedule().patience() > 0) {
            entries.put("validation fingerprint", fingerprint(splits.validation()));
        }
        if (!unlabelled.isEmpty()) {
            entries.put(
                    "unlabelled fingerprint",
                    Sha256.of(unlabelled.stream().map(Objects::toString).toList()));
        }
        if (teacher != null) {
            entries.put("teacher's logits", fingerprint(teacher));
        }
        return entries;
    }

    private static String fingerprint(Corpus<?> corpus) {
        return corpus.fingerprint(PlanProvenance::bytes);
    }

    private static byte[] bytes(Object instance) {
        return instance instanceof Image image
                ? image.pixels()
                : Objects.toString(instance).getBytes(StandardCharsets.UTF_8);
    }

    private static String fingerprint(Logits logits) {
        MessageDigest digest = Sha256.digest();
        for (int i = 0; i < logits.size(); i++) {
            digest.update(FloatBlock.of(logits.row(i)));
        }
        return Sha256.hex(digest);
    }

    private static String version() {
        return Objects.requireNonNullElse(Distillation.class.getPackage().getImplementationVersion(), "development");
    }
}
