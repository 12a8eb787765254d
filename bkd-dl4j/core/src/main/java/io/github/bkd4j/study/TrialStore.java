package io.github.bkd4j.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.io.Version;
import io.github.bkd4j.report.History;
import io.github.bkd4j.teacher.LogitsException;
import io.github.bkd4j.teacher.LogitsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;

/**
 * A folder of finished trials, so that a study that was stopped resumes. A trial is found again only by everything that
 * its result depends on, the code included; no text lies in the folder. What is damaged is trained anew.
 */
@Slf4j
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class TrialStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable Path folder;
    private final String version;

    /** What lies beside the logits; written after them. */
    record Facts(
            String key,
            String system,
            long seed,
            double seconds,
            long parameters,
            Map<String, List<Double>> epochs,
            List<Long> prior) {}

    /**
     * Keeps nothing.
     *
     * @return finds nothing
     */
    public static TrialStore none() {
        return new TrialStore(null, "");
    }

    /**
     * Keeps trials in a folder.
     *
     * @param folder made when the first trial is kept
     * @param modules a class of each further module, beside this library, that computes results: kept trials are those
     *     of one version of the code
     * @return the store
     */
    public static TrialStore in(Path folder, Class<?>... modules) {
        Stream<Class<?>> all = Stream.concat(Stream.of(TrialStore.class, Corpus.class), Stream.of(modules));
        return new TrialStore(folder, Version.of(all.toArray(Class<?>[]::new)));
    }

    /** The result that was kept; the inputs are asked for only if anything is kept at all. */
    Optional<TrialResult> find(Supplier<Fingerprint> inputs) {
        return folder == null ? Optional.empty() : read(folder, key(inputs));
    }

    private Fingerprint key(Supplier<Fingerprint> inputs) {
        return inputs.get().with("version", version);
    }

    private static Path facts(Path folder, Fingerprint key) {
        return folder.resolve(key.hex() + ".json");
    }

    private static Path table(Path facts) {
        return facts.resolveSibling(facts.getFileName() + ".npy");
    }

    private static Optional<TrialResult> read(Path folder, Fingerprint key) {
        Path file = facts(folder, key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Facts facts = JSON.readValue(file.toFile(), Facts.class);
            Logits logits = LogitsFile.ofTexts(table(file)).read();
            return facts != null && key.toString().equals(facts.key())
                    ? Optional.of(new TrialResult(
                            logits,
                            facts.seconds(),
                            facts.parameters(),
                            new History(facts.system(), facts.seed(), facts.epochs()),
                            new ClassCounts(logits.labels(), facts.prior())))
                    : Optional.empty();
        } catch (IOException | LogitsException | IllegalArgumentException e) {
            log.warn("{}: a run that was kept is made anew: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    TrialResult keep(Supplier<Fingerprint> inputs, Corpus<String> test, TrialResult result) {
        return keep(inputs, result, table -> table.write(result.history().system(), result.logits(), test));
    }

    TrialResult keep(Supplier<Fingerprint> inputs, MultiLabelCorpus<String> test, TrialResult result) {
        return keep(inputs, result, table -> table.write(result.history().system(), result.logits(), test));
    }

    private TrialResult keep(Supplier<Fingerprint> inputs, TrialResult result, Consumer<LogitsFile<String>> write) {
        if (folder == null) {
            return result;
        }
        Fingerprint key = key(inputs);
        Path file = facts(folder, key);
        write.accept(LogitsFile.ofTexts(table(file)));
        History history = result.history();
        Facts facts = new Facts(
                key.toString(),
                history.system(),
                history.seed(),
                result.seconds(),
                result.parameters(),
                history.series(),
                result.prior().counts());
        AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(facts)));
        return result;
    }
}
