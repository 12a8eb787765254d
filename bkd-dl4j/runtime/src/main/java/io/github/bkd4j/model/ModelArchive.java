package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bkd4j.archive.Archive;
import io.github.bkd4j.archive.ArchiveException;
import io.github.bkd4j.archive.ArchiveFormat;
import io.github.bkd4j.io.FloatBlock;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.TableShape;
import io.github.bkd4j.kernel.TextKernel;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.Tokenizer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A text classifier in one file: data alone, never code; see docs/architecture.md for its layout. */
final class ModelArchive {

    static final ArchiveFormat FORMAT = new ArchiveFormat(
            "bkd-model", "model", 2, true, Set.of("card.md", AbstentionJson.NAME, ProfileJson.NAME, ScopeJson.NAME));

    private static final String MODEL = "model.json";
    private static final String CARD = "card.md";
    private static final String WEIGHTS = "output/weights.f32";
    private static final String BIAS = "output/bias.f32";

    private ModelArchive() {}

    static Map<String, byte[]> blocks(TextClassifier classifier, Optional<String> card) {
        KernelNetwork network = classifier.model().network();
        OutputKernel output = network.output();
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        blocks.put(MODEL, ModelJson.write(classifier));
        for (int t = 0; t < network.tables().size(); t++) {
            blocks.put(table(t), flat(network.tables().get(t).rows()));
        }
        blocks.put(WEIGHTS, flat(output.weights()));
        blocks.put(BIAS, FloatBlock.of(output.bias()));
        classifier.abstention().ifPresent(chosen -> blocks.put(AbstentionJson.NAME, AbstentionJson.write(chosen)));
        classifier.profile().ifPresent(profile -> blocks.put(ProfileJson.NAME, ProfileJson.write(profile)));
        classifier.scope().ifPresent(scope -> blocks.put(ScopeJson.NAME, ScopeJson.write(scope)));
        card.ifPresent(text -> blocks.put(CARD, text.getBytes(UTF_8)));
        return blocks;
    }

    private static String table(int position) {
        return "tables/" + position + ".f32";
    }

    private static byte[] flat(float[][] rows) {
        FloatBuffer flat = FloatBuffer.allocate(Math.multiplyExact(rows.length, rows[0].length));
        for (float[] row : rows) {
            flat.put(row);
        }
        return FloatBlock.of(flat.array());
    }

    static TextClassifier read(Supplier<Archive> opened, String name, Tokenizer tokenizer) {
        try {
            Archive archive = opened.get();
            ModelJson json = ModelJson.read(archive.block(MODEL));
            TextEncoder encoder = json.encoder(tokenizer);
            KernelNetwork network = archive.version() == 1 ? VersionOne.network(archive) : network(json, archive);
            return new TextClassifier(
                    new TextModel(encoder, network),
                    json.trainingCounts(),
                    new Provenance(json.provenance()),
                    new Safeguards(
                            archive.find(AbstentionJson.NAME).map(AbstentionJson::read),
                            archive.find(ProfileJson.NAME)
                                    .map(bytes -> ProfileJson.read(
                                            bytes, json.labels().size())),
                            archive.find(ScopeJson.NAME).map(ScopeJson::read)));
        } catch (ArchiveException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ModelException(name + ": " + e.getMessage(), e);
        }
    }

    private static KernelNetwork network(ModelJson json, Archive archive) {
        TextKernel kernel = json.kernel();
        List<TableShape> shapes = kernel.shapes();
        List<ParameterTable> tables = new ArrayList<>();
        List<String> known = new ArrayList<>(List.of(MODEL, CARD, WEIGHTS, BIAS));
        for (int t = 0; t < shapes.size(); t++) {
            TableShape shape = shapes.get(t);
            FloatBuffer values = sized(archive, table(t), shape.size());
            tables.add(new ParameterTable(rows(values, shape.rows(), shape.columns())));
            known.add(table(t));
        }
        archive.requireKnown(known);
        int classes = json.labels().size();
        float[] bias = new float[classes];
        sized(archive, BIAS, classes).get(bias);
        FloatBuffer weights = sized(archive, WEIGHTS, (long) kernel.features() * classes);
        OutputKernel output = OutputKernel.of(rows(weights, kernel.features(), classes), bias, json.cosine());
        return new KernelNetwork(kernel, tables, output);
    }

    static FloatBuffer sized(Archive archive, String name, long numbers) {
        byte[] block = archive.block(name);
        if (block.length != numbers * Float.BYTES) {
            throw new IllegalArgumentException(
                    name + " must have " + numbers * Float.BYTES + " bytes but had " + block.length);
        }
        return FloatBlock.floats(block);
    }

    static float[][] rows(FloatBuffer values, int rows, int columns) {
        float[][] read = new float[rows][columns];
        for (float[] row : read) {
            values.get(row);
        }
        return read;
    }

    static Optional<String> card(Path file) {
        return card(opened(file));
    }

    private static Optional<String> card(Archive archive) {
        return archive.find(CARD).map(bytes -> new String(bytes, UTF_8));
    }

    static SavedClassifier saved(Path file) {
        Archive archive = opened(file);
        return new SavedClassifier(read(() -> archive, file.toString(), Tokenizer.standard()), card(archive));
    }

    private static Archive opened(Path file) {
        try {
            return FORMAT.read(file);
        } catch (ArchiveException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        }
    }
}
