package io.github.bkd4j.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.text.Normalisation;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextEncoding;
import io.github.bkd4j.text.Tokenizer;
import io.github.bkd4j.text.Vocabulary;
import io.github.bkd4j.text.Weighting;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a text classifier that are plain JSON. */
record ModelJson(List<String> labels, List<Long> counts, Text text, TreeMap<String, String> provenance) {

    private static final ObjectMapper JSON = new ObjectMapper();

    record Text(
            String tokenizer,
            @Nullable String normalisation, // none in version 1
            int ngrams,
            int characters,
            int minCount,
            int maxVocabulary,
            int maxWords,
            Weighting weighting,
            List<String> tokens,
            List<Integer> documentCounts,
            int documents) {

        Text {
            Objects.requireNonNull(tokenizer, "tokenizer");
            Objects.requireNonNull(weighting, "weighting");
            tokens = List.copyOf(tokens);
            documentCounts = List.copyOf(documentCounts);
        }
    }

    ModelJson {
        labels = List.copyOf(labels);
        counts = List.copyOf(counts);
        Objects.requireNonNull(text, "text");
        provenance = new TreeMap<>(provenance);
    }

    static byte[] write(Classifier<?> classifier, TextEncoder encoder) {
        TextEncoding encoding = encoder.encoding();
        Vocabulary vocabulary = encoder.vocabulary();
        Text text = new Text(
                encoding.tokenizer().name(),
                encoding.normalisation().toString(),
                encoding.ngrams(),
                encoding.characters(),
                encoding.minCount(),
                encoding.maxVocabulary(),
                encoding.maxWords(),
                encoding.weighting(),
                vocabulary.tokens(),
                vocabulary.documentCounts(),
                vocabulary.documents());
        ClassCounts counts = classifier.trainingCounts();
        try {
            return JSON.writeValueAsBytes(new ModelJson(
                    counts.labels(),
                    counts.counts(),
                    text,
                    new TreeMap<>(classifier.provenance().entries())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a model's JSON can be written", e);
        }
    }

    static ModelJson read(byte[] bytes) {
        try {
            if (JSON.readTree(bytes).has("image")) {
                throw new IllegalArgumentException("the model must be one of texts but is one of images");
            }
            return Objects.requireNonNull(JSON.readValue(bytes, ModelJson.class));
        } catch (IOException | NullPointerException e) { // JSON may be null as a whole
            throw new IllegalArgumentException("model.json must describe a text classifier but did not", e);
        }
    }

    ClassCounts trainingCounts() {
        return new ClassCounts(labels, counts);
    }

    TextEncoder encoder(Tokenizer tokenizer) {
        TextEncoding encoding = new TextEncoding(
                own(tokenizer),
                normalisation(),
                text.ngrams,
                text.characters,
                text.minCount,
                text.maxVocabulary,
                text.maxWords,
                text.weighting);
        return new TextEncoder(encoding, new Vocabulary(text.tokens, text.documentCounts, text.documents));
    }

    /** A model that was trained with an earlier standard keeps it. */
    private Tokenizer own(Tokenizer given) {
        Tokenizer tokenizer = given.equals(Tokenizer.standard())
                ? Tokenizer.named(text.tokenizer).orElse(given)
                : given;
        if (!tokenizer.name().equals(text.tokenizer)) {
            throw new IllegalArgumentException("the model must be loaded with its tokenizer '" + text.tokenizer
                    + "' but was given '" + tokenizer.name() + "'");
        }
        return tokenizer;
    }

    private Normalisation normalisation() {
        return Stream.of(Normalisation.values())
                .filter(form -> form.toString().equals(Objects.requireNonNullElse(text.normalisation, "none")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "normalisation must be none or nfc but was '" + text.normalisation + "'"));
    }
}
