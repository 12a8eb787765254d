package io.github.bkd4j.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bkd4j.explain.Contribution;
import io.github.bkd4j.explain.Explanation;
import io.github.bkd4j.model.Classification.Candidate;
import java.io.IOException;
import java.util.List;

/** Writes answers as JSON. */
final class AnswerWriter {

    private AnswerWriter() {}

    static byte[] write(LoadedModel model, ClassifyRequest request, List<Answer> answers) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("model", model.name());
            json.writeArrayFieldStart("answers");
            for (Answer answer : answers) {
                write(json, model, request, answer);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, LoadedModel model, ClassifyRequest request, Answer answer)
            throws IOException {
        Said said = answer.said();
        json.writeStartObject();
        json.writeStringField("label", said.label());
        Json.number(json, "probability", said.probability());
        json.writeBooleanField("answered", said.answered());
        json.writeBooleanField("known", answer.known());
        model.groups().write(json, said.label());
        if (said.labels().isPresent()) {
            write(json, model.groups(), said.labels().get());
        }
        if (answer.outOfScope().isPresent()) {
            Json.number(json, "outOfScope", answer.outOfScope().getAsDouble());
        }
        if (request.topK() > 0) {
            write(json, said.top().apply(request.topK()));
        }
        if (answer.explanation().isPresent()) {
            write(json, answer.explanation().get(), request.tokens());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ClassGroups groups, List<Candidate> labels) throws IOException {
        json.writeArrayFieldStart("labels");
        for (Candidate label : labels) {
            json.writeStartObject();
            json.writeStringField("label", label.label());
            Json.number(json, "probability", label.probability());
            groups.write(json, label.label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, List<Candidate> candidates) throws IOException {
        json.writeArrayFieldStart("candidates");
        for (Candidate candidate : candidates) {
            json.writeStartObject();
            json.writeStringField("label", candidate.label());
            Json.number(json, "probability", candidate.probability());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Explanation explanation, int tokens) throws IOException {
        json.writeObjectFieldStart("explanation");
        json.writeStringField("other", explanation.other());
        Json.number(json, "difference", explanation.difference());
        Json.number(json, "bias", explanation.bias());
        json.writeBooleanField("addsUp", explanation.addsUp());
        json.writeArrayFieldStart("tokens");
        for (Contribution contribution : explanation.top(tokens)) {
            json.writeStartObject();
            json.writeStringField("token", Sentences.wellFormed(contribution.token()));
            json.writeStringField("kind", contribution.kind().toString());
            json.writeFieldName("places");
            json.writeArray(
                    contribution.places().stream().mapToInt(Integer::intValue).toArray(),
                    0,
                    contribution.places().size());
            Json.number(json, "value", contribution.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
