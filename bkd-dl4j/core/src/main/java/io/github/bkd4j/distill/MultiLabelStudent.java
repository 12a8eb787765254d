package io.github.bkd4j.distill;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.model.Provenance;
import io.github.bkd4j.model.TextModel;
import java.util.List;

/** tmp. */
public record MultiLabelStudent(TextModel model, ClassCounts counts, long instances, Provenance provenance)
        implements Predictor<String> {
    @Override
    public Logits predict(List<String> texts) {
        return new Logits(counts.labels(), model.logits(texts));
    }
}
