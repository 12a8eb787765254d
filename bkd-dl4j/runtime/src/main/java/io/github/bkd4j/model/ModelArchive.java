package io.github.bkd4j.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bkd4j.archive.Archive;
import io.github.bkd4j.archive.ArchiveException;
import io.github.bkd4j.archive.ArchiveFormat;
import io.github.bkd4j.io.FloatBlock;
import io.github.bkd4j.kernel.BagKernel;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.Sparsity;
import io.github.bkd4j.kernel.TableShape;
import io.github.bkd4j.kernel.TextKernel;
import io.github.bkd4j.kernel.WideBagKernel;
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

/**
 * A classifier of texts, of one class or of label sets, in one file: data alone, never code; see docs/format.md for its
 * layout.
 */
final class ModelArchive {

    static final ArchiveFormat FORMAT = new ArchiveFormat(
            "bkd-model", "model", 2, true, Set.of("card.md", AbstentionJson.NAME, ProfileJson.NAME, ScopeJson.NAME));

    private static final String MODEL = "model.json";
    private static final String CARD = "card.md";
    private static final String WEIGHTS = "output/weights.f32";
    private static final String BIAS = "output/bias.f32";
    private static final String FACTOR = "wide/factor.f32";
    private static final TableBlock WIDE = new TableBlock("wide/weights");

    private ModelArchive() {}

    static Map<String, byte[]> blocks(TextClassifier classifier, Optional<String> card) {
        ModelJson json = ModelJson.of(null, classifier.model(), classifier.trainingCounts(), classifier.provenance());
        Map<String, byte[]> blocks = blocks(json, classifier.model());
        classifier.abstention().ifPresent(chosen -> blocks.put(AbstentionJson.NAME, AbstentionJson.write(chosen)));
        classifier.profile().ifPresent(profile -> blocks.put(ProfileJson.NAME, ProfileJson.write(profile)));
        classifier.scope().ifPresent(scope -> blocks.put(ScopeJson.NAME, ScopeJson.write(scope)));
        card.ifPresent(text -> blocks.put(CARD, text.getBytes(UTF_8)));
        return blocks;
    }

    static Map<String, byte[]> blocks(MultiLabelClassifier classifier, Optional<String> card) {
        ModelJson json = ModelJson.of(
                ModelJson.LABEL_SETS, classifier.model(), classifier.trainingCounts(), classifier.provenance());
        Map<String, byte[]> blocks = blocks(json, classifier.model());
        blocks.put(ThresholdsJson.NAME, ThresholdsJson.write(classifier.thresholds()));
        card.ifPresent(text -> blocks.put(CARD, text.getBytes(UTF_8)));
        return blocks;
    }

    private static Map<String, byte[]> blocks(ModelJson json, TextModel model) {
        KernelNetwork network = model.network();
        OutputKernel output = network.output();
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        blocks.put(MODEL, json.bytes());
        List<ParameterTable> tables = network.tables();
        int narrow = tables.size();
        if (network.kernel() instanceof WideBagKernel kernel) {
            narrow--;
            blocks.put(SparsityBlock.NAME, SparsityBlock.write(kernel.wide()));
            WIDE.write(tables.get(narrow), blocks);
            blocks.put(FACTOR, FloatBlock.of(new float[] {output.wide()}));
        }
        for (int t = 0; t < narrow; t++) {
            table(t).write(tables.get(t), blocks);
        }
        blocks.put(WEIGHTS, flat(output.weights()));
        blocks.put(BIAS, FloatBlock.of(output.bias()));
        return blocks;
    }

    private static TableBlock table(int position) {
        return new TableBlock("tables/" + position);
    }

    private static byte[] flat(float[][] rows) {
        FloatBuffer flat = FloatBuffer.allocate(Math.multiplyExact(rows.length, rows[0].length));
        for (float[] row : rows) {
            flat.put(row);
        }
        return FloatBlock.of(flat.array());
    }

    static TextClassifier read(Supplier<Archive> opened, String name, Tokenizer tokenizer) {
        return refusing(name, () -> {
            Archive archive = opened.get();
            ModelJson json = ModelJson.read(archive.block(MODEL));
            json.requireTask(null);
            return new TextClassifier(
                    model(json, archive, tokenizer),
                    json.trainingCounts(),
                    new Provenance(json.provenance()),
                    new Safeguards(
                            archive.find(AbstentionJson.NAME).map(AbstentionJson::read),
                            archive.find(ProfileJson.NAME)
                                    .map(bytes -> ProfileJson.read(
                                            bytes, json.labels().size())),
                            archive.find(ScopeJson.NAME).map(ScopeJson::read)));
        });
    }

    static MultiLabelClassifier readLabelSets(Supplier<Archive> opened, String name, Tokenizer tokenizer) {
        return refusing(name, () -> {
            Archive archive = opened.get();
            ModelJson json = ModelJson.read(archive.block(MODEL));
            json.requireTask(ModelJson.LABEL_SETS);
            return new MultiLabelClassifier(
                    model(json, archive, tokenizer),
                    json.trainingCounts(),
                    ThresholdsJson.read(archive.block(ThresholdsJson.NAME), json.labels()),
                    new Provenance(json.provenance()));
        });
    }

    /** Whether a file has a classifier of label sets. */
    static boolean hasLabelSets(Path file) {
        return refusing(
                file.toString(), () -> ModelJson.isOfLabelSets(FORMAT.read(file).block(MODEL)));
    }

    private static <T> T refusing(String name, Supplier<T> read) {
        try {
            return read.get();
        } catch (ArchiveException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ModelException(name + ": " + e.getMessage(), e);
        }
    }

    private static TextModel model(ModelJson json, Archive archive, Tokenizer tokenizer) {
        TextEncoder encoder = json.encoder(tokenizer);
        return new TextModel(encoder, archive.version() == 1 ? VersionOne.network(archive) : network(json, archive));
    }

    private static KernelNetwork network(ModelJson json, Archive archive) {
        int classes = json.labels().size();
        TextKernel narrow = json.kernel();
        List<ParameterTable> tables = new ArrayList<>();
        List<String> known = new ArrayList<>(List.of(MODEL, CARD, WEIGHTS, BIAS, ThresholdsJson.NAME));
        for (TableShape shape : narrow.shapes()) {
            TableBlock block = table(tables.size());
            tables.add(block.read(archive, shape, () -> new ParameterTable(shape.rows(), shape.columns())));
            known.addAll(block.names());
        }
        Optional<WideBagKernel> wide = wide(archive, narrow, classes);
        if (wide.isPresent()) {
            Sparsity sparsity = wide.get().wide();
            tables.add(WIDE.read(archive, sparsity.shape(), sparsity::zeros));
            known.addAll(List.of(SparsityBlock.NAME, FACTOR));
            known.addAll(WIDE.names());
        }
        archive.requireKnown(known);
        float[] bias = new float[classes];
        sized(archive, BIAS, classes).get(bias);
        FloatBuffer weights = sized(archive, WEIGHTS, (long) narrow.features() * classes);
        float[][] rows = rows(weights, narrow.features(), classes);
        return wide.isPresent()
                ? new KernelNetwork(
                        wide.get(),
                        tables,
                        OutputKernel.wide(rows, bias, sized(archive, FACTOR, 1).get()))
                : new KernelNetwork(narrow, tables, OutputKernel.of(rows, bias, json.cosine()));
    }

    /** The kernel of a bag that has a wide part beside it; a reader that does not know one knows a plain bag. */
    private static Optional<WideBagKernel> wide(Archive archive, TextKernel narrow, int classes) {
        return narrow instanceof BagKernel bag
                ? archive.find(SparsityBlock.NAME)
                        .map(bytes -> new WideBagKernel(bag, SparsityBlock.read(bytes, bag.vocabulary(), classes)))
                : Optional.empty();
    }

    static FloatBuffer sized(Archive archive, String name, long numbers) {
        byte[] block = archive.block(name);
        requireBytes(name, block, numbers * Float.BYTES);
        return FloatBlock.floats(block);
    }

    static void requireBytes(String name, byte[] block, long bytes) {
        if (block.length != bytes) {
            throw new IllegalArgumentException(name + " must have " + bytes + " bytes but had " + block.length);
        }
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

    static SavedMultiLabelClassifier savedLabelSets(Path file) {
        Archive archive = opened(file);
        return new SavedMultiLabelClassifier(
                readLabelSets(() -> archive, file.toString(), Tokenizer.standard()), card(archive));
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
