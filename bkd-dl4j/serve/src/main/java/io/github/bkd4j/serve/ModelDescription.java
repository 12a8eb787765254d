package io.github.bkd4j.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bkd4j.corpus.ClassCounts;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What a client is told of a model.
 *
 * @param name that clients know it by
 * @param classifier the model
 * @param groups how common its classes were in training
 * @param card Markdown, if it has one
 */
record ModelDescription(String name, ModelClassifier classifier, ClassGroups groups, Optional<String> card) {

    /** The model as JSON, beside the names of all models, the one that answers by default first. */
    byte[] json(Collection<String> models) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("model", name);
            json.writeArrayFieldStart("models");
            for (String model : models) {
                json.writeString(model);
            }
            json.writeEndArray();
            json.writeBooleanField("severalLabels", classifier instanceof ModelClassifier.LabelSets);
            json.writeNumberField(
                    "parameters", classifier.trained().model().network().parameters());
            writeClasses(json);
            writeAbstention(json);
            json.writeBooleanField("outOfScope", classifier.scope().isPresent());
            json.writeBooleanField("drift", classifier.profile().isPresent());
            json.writeObjectFieldStart("provenance");
            for (Map.Entry<String, String> entry :
                    classifier.trained().provenance().entries().entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeStringField("card", card.orElse(null));
            json.writeEndObject();
        });
    }

    private void writeClasses(JsonGenerator json) throws IOException {
        ClassCounts counts = classifier.trained().counts();
        json.writeArrayFieldStart("classes");
        for (int c = 0; c < counts.classes(); c++) {
            json.writeStartObject();
            json.writeStringField("label", counts.labels().get(c));
            json.writeNumberField("trainingTexts", counts.count(c));
            groups.write(json, counts.labels().get(c));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeAbstention(JsonGenerator json) throws IOException {
        json.writeStringField("abstention", classifier.abstention().orElse(null));
    }
}
