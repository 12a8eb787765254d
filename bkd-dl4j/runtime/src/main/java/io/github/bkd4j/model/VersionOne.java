package io.github.bkd4j.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.archive.Archive;
import io.github.bkd4j.io.FloatBlock;
import io.github.bkd4j.kernel.BagKernel;
import io.github.bkd4j.kernel.ConvolutionKernel;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.LstmKernel;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.TableShape;
import io.github.bkd4j.kernel.TextKernel;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the network of an archive of format version 1, whose network.json is DL4J's configuration of a graph: one
 * vertex of text, and an output layer.
 */
final class VersionOne {

    private static final String CONFIGURATION = "network.json";
    private static final String PARAMETERS = "parameters.f32";
    private static final int LARGEST = 1 << 24; // of a size; beyond are mistakes and forged files

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private VersionOne() {}

    static KernelNetwork network(Archive archive) {
        JsonNode vertices = tree(archive.block(CONFIGURATION)).path("vertices");
        JsonNode layer = vertices.path("output").path("layerConf").path("layer");
        if (vertices.size() != 2 || !vertices.has("text") || layer.isMissingNode()) {
            throw new IllegalArgumentException(CONFIGURATION + " must describe a vertex text and a layer output but"
                    + " described " + names(vertices));
        }
        TextKernel kernel = kernel(vertices.path("text"));
        return new KernelNetwork(
                kernel, tables(kernel, archive), output(layer, kernel.features(), archive.block(PARAMETERS)));
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException(CONFIGURATION + " must be JSON but was not", e);
        }
    }

    private static List<String> names(JsonNode vertices) {
        List<String> names = new ArrayList<>();
        vertices.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static TextKernel kernel(JsonNode vertex) {
        String name = vertex.path("@class").asText();
        int vocabulary = positive(vertex, "vocabulary");
        int dimension = positive(vertex, "dimension");
        return switch (name) {
            case "io.github.bkd4j.network.BagVertex" ->
                new BagKernel(
                        vocabulary, dimension, vertex.path("hidden").asInt() == 0 ? 0 : positive(vertex, "hidden"), 0);
            case "io.github.bkd4j.network.ConvolutionVertex" ->
                new ConvolutionKernel(
                        vocabulary, dimension, widths(vertex.path("widths")), positive(vertex, "filters"), 0);
            case "io.github.bkd4j.network.LstmVertex" ->
                new LstmKernel(vocabulary, dimension, positive(vertex, "units"), 0);
            default -> throw new IllegalArgumentException("network must be made of known classes but names " + name);
        };
    }

    private static int positive(JsonNode vertex, String name) {
        int value = vertex.path(name).asInt();
        if (value < 1 || value > LARGEST) {
            throw new IllegalArgumentException(name + " must be 1 to " + LARGEST + " but was "
                    + vertex.path(name).asText());
        }
        return value;
    }

    private static List<Integer> widths(JsonNode array) {
        List<Integer> widths = new ArrayList<>();
        array.forEach(width -> widths.add(width.asInt()));
        return ModelJson.requireWidths(widths);
    }

    private static List<ParameterTable> tables(TextKernel kernel, Archive archive) {
        long numbers = kernel.shapes().stream().mapToLong(TableShape::size).sum();
        FloatBuffer values = ModelArchive.sized(archive, "tables/text.f32", numbers);
        return kernel.shapes().stream()
                .map(shape -> new ParameterTable(ModelArchive.rows(values, shape.rows(), shape.columns())))
                .toList();
    }

    /** DL4J keeps the weights column after column, [features, classes], and the bias behind them. */
    private static OutputKernel output(JsonNode layer, int features, byte[] parameters) {
        boolean cosine = switch (layer.path("@class").asText()) {
            case "org.deeplearning4j.nn.conf.layers.OutputLayer" -> false;
            case "io.github.bkd4j.network.CosineOutputLayer" -> true;
            default ->
                throw new IllegalArgumentException("network must be made of known classes but names "
                        + layer.path("@class").asText());
        };
        int classes = positive(layer, "nout");
        FloatBuffer values = FloatBlock.floats(parameters);
        long expected = (long) classes * (features + (cosine ? 0 : 1));
        if (parameters.length != expected * Float.BYTES) {
            throw new IllegalArgumentException(
                    PARAMETERS + " must have " + expected * Float.BYTES + " bytes but had " + parameters.length);
        }
        float[][] weights = new float[features][classes];
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i < features; i++) {
                weights[i][c] = values.get();
            }
        }
        if (cosine) {
            return OutputKernel.cosine(weights, layer.path("scale").asDouble());
        }
        float[] bias = new float[classes];
        values.get(bias);
        return OutputKernel.linear(weights, bias);
    }
}
