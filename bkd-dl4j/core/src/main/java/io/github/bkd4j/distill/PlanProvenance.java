package io.github.bkd4j.distill;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.image.Image;
import io.github.bkd4j.model.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeMap;

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
        entries.put("training fingerprint", training.fingerprint(PlanProvenance::bytes));
        entries.put("bkd version", version());
        return new Provenance(entries);
    }

    private static byte[] bytes(Object instance) {
        return instance instanceof Image image
                ? image.pixels()
                : Objects.toString(instance).getBytes(StandardCharsets.UTF_8);
    }

    private static String version() {
        return Objects.requireNonNullElse(Distillation.class.getPackage().getImplementationVersion(), "development");
    }
}
