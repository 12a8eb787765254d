package io.github.bkd4j.model;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.kernel.BagKernel;
import io.github.bkd4j.kernel.ConvolutionKernel;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.LstmKernel;
import io.github.bkd4j.kernel.TextKernel;
import io.github.bkd4j.kernel.WideBagKernel;
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

/**
 * The parts of a classifier of texts that are plain JSON.
 *
 * @param task {@link #LABEL_SETS}, or null for one class per text
 */
record ModelJson(
        @JsonInclude(NON_NULL) @Nullable String task,
        List<String> labels,
        List<Long> counts,
        Text text,
        @JsonInclude(NON_NULL) @Nullable Network network,
        TreeMap<String, String> provenance) {

    /** What a model of label sets does. */
    static final String LABEL_SETS = "label sets";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BAG = "bag";
    private static final String CONVOLUTION = "convolution";
    private static final String LSTM = "lstm";
    private static final int LARGEST = 1 << 24;
    private static final int LARGEST_WIDTH = 1024;

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

    /** The kernel by its name, with its sizes; those that it does not have are absent. */
    @JsonInclude(NON_NULL)
    record Network(
            String kernel,
            int vocabulary,
            int dimension,
            @Nullable Integer hidden,
            @Nullable List<Integer> widths,
            @Nullable Integer filters,
            @Nullable Integer units,
            boolean cosine) {

        static Network of(KernelNetwork network) {
            boolean cosine = network.output().isCosine();
            TextKernel kernel = network.kernel();
            if (kernel instanceof WideBagKernel wide) {
                kernel = wide.bag(); // its other part is in blocks of its own
            }
            if (kernel instanceof BagKernel bag) {
                return new Network(BAG, bag.vocabulary(), bag.dimension(), bag.hidden(), null, null, null, cosine);
            }
            if (kernel instanceof ConvolutionKernel cnn) {
                return new Network(
                        CONVOLUTION,
                        cnn.vocabulary(),
                        cnn.dimension(),
                        null,
                        cnn.widths(),
                        cnn.filters(),
                        null,
                        cosine);
            }
            LstmKernel lstm = (LstmKernel) kernel;
            return new Network(LSTM, lstm.vocabulary(), lstm.dimension(), null, null, null, lstm.units(), cosine);
        }

        TextKernel textKernel() {
            int rows = size("vocabulary", vocabulary, 1);
            int columns = size("dimension", dimension, 1);
            return switch (kernel) {
                case BAG -> new BagKernel(rows, columns, size("hidden", hidden, 0), 0);
                case CONVOLUTION ->
                    new ConvolutionKernel(rows, columns, requireWidths(widths), size("filters", filters, 1), 0);
                case LSTM -> new LstmKernel(rows, columns, size("units", units, 1), 0);
                default ->
                    throw new IllegalArgumentException(
                            "kernel must be one of " + BAG + ", " + CONVOLUTION + ", " + LSTM + " but was " + kernel);
            };
        }
    }

    /** A size that an array can have; beyond are mistakes and forged files. */
    static int size(String name, @Nullable Integer value, int least) {
        if (value == null || value < least || value > LARGEST) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + LARGEST + " but was " + value);
        }
        return value;
    }

    static List<Integer> requireWidths(@Nullable List<Integer> widths) {
        if (widths == null || widths.isEmpty() || widths.size() > LARGEST_WIDTH) {
            throw new IllegalArgumentException("number of widths must be 1 to " + LARGEST_WIDTH + " but was "
                    + (widths == null ? 0 : widths.size()));
        }
        for (Integer width : widths) {
            if (width == null || width < 1 || width > LARGEST_WIDTH) {
                throw new IllegalArgumentException("width must be 1 to " + LARGEST_WIDTH + " but was " + width);
            }
        }
        return widths;
    }

    ModelJson {
        labels = List.copyOf(labels);
        counts = List.copyOf(counts);
        Objects.requireNonNull(text, "text");
        provenance = new TreeMap<>(provenance);
    }

    static ModelJson of(@Nullable String task, TextModel model, ClassCounts counts, Provenance provenance) {
        TextEncoder encoder = model.encoder();
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
        return new ModelJson(
                task,
                counts.labels(),
                counts.counts(),
                text,
                Network.of(model.network()),
                new TreeMap<>(provenance.entries()));
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a model's JSON can be written", e);
        }
    }

    static ModelJson read(byte[] bytes) {
        try {
            return Objects.requireNonNull(JSON.readValue(bytes, ModelJson.class));
        } catch (IOException | NullPointerException e) { // JSON may be null as a whole
            throw new IllegalArgumentException(
                    isOfImages(bytes)
                            ? "the model must be one of texts but is one of images"
                            : "model.json must describe a text classifier but did not",
                    e);
        }
    }

    /** Whether a model's JSON is one of label sets, by its first field; what is no JSON, its reader refuses. */
    static boolean isOfLabelSets(byte[] bytes) {
        try (JsonParser json = JSON.createParser(bytes)) {
            return json.nextToken() == JsonToken.START_OBJECT
                    && "task".equals(json.nextFieldName())
                    && LABEL_SETS.equals(json.nextTextValue());
        } catch (IOException e) {
            return false;
        }
    }

    /** Refuses a model that answers otherwise. */
    void requireTask(@Nullable String wanted) {
        if (!Objects.equals(task, wanted)) {
            throw new IllegalArgumentException(
                    "the model must be one of " + answers(wanted) + " but is one of " + answers(task));
        }
    }

    private static String answers(@Nullable String task) {
        return task == null ? "one class per text" : task.equals(LABEL_SETS) ? "several labels per text" : task;
    }

    private static boolean isOfImages(byte[] bytes) {
        try {
            return JSON.readTree(bytes).has("image");
        } catch (IOException e) {
            return false;
        }
    }

    ClassCounts trainingCounts() {
        return new ClassCounts(labels, counts);
    }

    /** What format version 2 says of the network. */
    TextKernel kernel() {
        return described().textKernel();
    }

    boolean cosine() {
        return described().cosine();
    }

    private Network described() {
        if (network == null) {
            throw new IllegalArgumentException("model.json must describe a network but did not");
        }
        return network;
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
