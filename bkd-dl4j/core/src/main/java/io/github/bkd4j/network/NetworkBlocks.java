package io.github.bkd4j.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.archive.Archive;
import io.github.bkd4j.io.FloatBlock;
import io.github.bkd4j.loss.CrossEntropyLoss;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A network as blocks of an archive: DL4J's JSON configuration and its flattened parameters. Optimiser state is left
 * out, because an archive serves prediction, not further training.
 */
final class NetworkBlocks {

    private static final String CONFIGURATION = "network.json";
    private static final String PARAMETERS = "parameters.f32";

    /** These packages hold configuration only: no class opens files, starts threads or loads classes. */
    private static final List<String> KNOWN_PACKAGES = List.of(
            "org.deeplearning4j.nn.conf.",
            "org.deeplearning4j.nn.weights.",
            "org.nd4j.linalg.activations.impl.",
            "org.nd4j.linalg.learning.config.",
            "org.nd4j.linalg.learning.regularization.",
            "org.nd4j.linalg.lossfunctions.impl.",
            "org.nd4j.linalg.schedule.",
            "io.github.bkd4j.loss.",
            "io.github.bkd4j.network.");

    // Of two equal keys, DL4J would read the first and this check the last.
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private NetworkBlocks() {}

    static void write(Network network, Map<String, byte[]> blocks) {
        String json = forAnswering(network).toJson();
        requireKnownClasses(json); // otherwise the archive could not be read
        blocks.put(CONFIGURATION, json.getBytes(UTF_8));
        blocks.put(
                PARAMETERS,
                FloatBlock.of(network.graph().params().dup('c').data().asFloat()));
    }

    /** The configuration without loss and updater, so that neither is part of the format. */
    private static ComputationGraphConfiguration forAnswering(Network network) {
        ComputationGraphConfiguration configuration =
                network.graph().getConfiguration().clone();
        for (GraphVertex vertex : configuration.getVertices().values()) {
            if (vertex instanceof LayerVertex layer && layer.getLayerConf().getLayer() instanceof BaseLayer trained) {
                trained.setIUpdater(new NoOp());
                trained.setBiasUpdater(null);
            }
            if (vertex instanceof LayerVertex layer
                    && layer.getLayerConf().getLayer() instanceof BaseOutputLayer head) {
                head.setLossFn(new CrossEntropyLoss());
            }
        }
        return configuration;
    }

    static Network read(Archive entries) {
        String json = new String(entries.block(CONFIGURATION), UTF_8);
        requireKnownClasses(json);
        return new Network(graph(json, entries.block(PARAMETERS)));
    }

    private static ComputationGraph graph(String json, byte[] block) {
        float[] parameters = new float[block.length / Float.BYTES];
        FloatBlock.floats(block).get(parameters);
        try {
            ComputationGraph graph = new ComputationGraph(ComputationGraphConfiguration.fromJson(json));
            graph.init(Nd4j.create(parameters, new int[] {1, parameters.length}, 'c'), false);
            return graph;
        } catch (RuntimeException e) { // DL4J throws various exceptions on malformed input
            throw new IllegalArgumentException(
                    CONFIGURATION + " and " + PARAMETERS + " must describe a network but did not", e);
        }
    }

    private static void requireKnownClasses(String json) {
        try {
            for (JsonNode name : JSON.readTree(json).findValues("@class")) {
                if (KNOWN_PACKAGES.stream().noneMatch(name.asText()::startsWith)) {
                    throw new IllegalArgumentException(
                            "network must be made of known classes but names " + name.asText());
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(CONFIGURATION + " must be JSON but was not", e);
        }
    }
}
