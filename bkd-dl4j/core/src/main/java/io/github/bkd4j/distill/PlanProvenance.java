package io.github.bkd4j.distill;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.FloatBlock;
import io.github.bkd4j.io.Sha256;
import io.github.bkd4j.io.Version;
import io.github.bkd4j.model.Provenance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The provenance that a plan and its data record in the classifier. */
final class PlanProvenance {

    private static final byte[] SILENCE = {};

    private PlanProvenance() {}

    static Provenance of(Distillation<?> plan, String teacher, Corpus<?> training) {
        Fingerprint settings = settings(plan.student(), plan.objective(), plan.schedule(), plan.seed());
        return of(settings, teacher, training.size(), training.fingerprint());
    }

    static Provenance of(MultiLabelDistillation plan, String teacher, MultiLabelCorpus<?> training) {
        Fingerprint settings = settings(plan.student(), plan.objective(), plan.schedule(), plan.seed());
        return of(settings, teacher, training.size(), training.fingerprint());
    }

    private static Provenance of(Fingerprint settings, String teacher, int instances, String fingerprint) {
        TreeMap<String, String> entries = new TreeMap<>(settings.entries());
        entries.put("teacher", teacher);
        entries.put("training instances", Integer.toString(instances));
        entries.put("training fingerprint", fingerprint);
        entries.put("bkd version", Version.of(Distillation.class, Fingerprint.class));
        return new Provenance(entries);
    }

    private static Fingerprint settings(Object student, Object objective, Object schedule, long seed) {
        return Fingerprint.of()
                .with("student", student)
                .with("objective", objective)
                .with("schedule", schedule)
                .with("seed", seed);
    }

    /** The settings and data that must be the same for a training to resume from a checkpoint. */
    static Fingerprint ofRun(
            Provenance provenance,
            Distillation<?> plan,
            Splits<?> splits,
            List<?> unlabelled,
            @Nullable Logits teacher) {
        boolean validated = plan.schedule().patience() > 0;
        return ofRun(provenance, validated ? splits.validation().fingerprint() : null, unlabelled, teacher);
    }

    /** The same, with the fingerprint of the validation split if that is looked at. */
    static Fingerprint ofRun(
            Provenance provenance, @Nullable String validation, List<?> unlabelled, @Nullable Logits teacher) {
        Fingerprint run = Fingerprint.of();
        for (Map.Entry<String, String> entry : provenance.entries().entrySet()) {
            run = run.with(entry.getKey(), entry.getValue());
        }
        if (validation != null) {
            run = run.with("validation fingerprint", validation);
        }
        if (!unlabelled.isEmpty()) {
            run = run.with(
                    "unlabelled fingerprint", Sha256.of(unlabelled.stream().map(Fingerprint::content)));
        }
        return teacher == null ? run : run.with("teacher's logits", fingerprint(teacher));
    }

    private static String fingerprint(Logits logits) {
        return Sha256.of(IntStream.range(0, logits.size())
                .mapToObj(row -> logits.speaks(row) ? FloatBlock.of(logits.row(row)) : SILENCE));
    }
}
