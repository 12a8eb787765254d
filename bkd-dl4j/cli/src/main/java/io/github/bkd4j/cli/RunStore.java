package io.github.bkd4j.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.io.AtomicFile;
import io.github.bkd4j.io.Sha256;
import io.github.bkd4j.report.History;
import io.github.bkd4j.teacher.LogitsException;
import io.github.bkd4j.teacher.LogitsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.extern.slf4j.Slf4j;

/**
 * Keeps finished runs in a folder, so that a comparison that was stopped goes on where it was. A run is found again
 * only under the key that it was made under, which has everything that it depends on.
 *
 * @param folder where the runs are; empty to keep none
 * @param test what the students are asked about
 */
@Slf4j
record RunStore(Optional<Path> folder, Corpus<String> test) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What lies beside the logits; written after them. */
    record Facts(
            String key, String system, long seed, double seconds, long parameters, Map<String, List<Double>> epochs) {}

    /** Runs below the folder for what can be made again, if there is one. */
    static RunStore in(Optional<Path> cache, Corpus<String> test) {
        return new RunStore(cache.map(folder -> folder.resolve("runs")), test);
    }

    /** The run of a key: kept, or made and kept. */
    Outcome get(String key, Supplier<Outcome> training) {
        if (folder.isEmpty()) {
            return training.get();
        }
        String whole = key + " asked about " + test.fingerprint();
        Path facts = folder.get().resolve(Sha256.of(List.of(whole)) + ".json");
        return read(facts, whole).orElseGet(() -> kept(facts, whole, training.get()));
    }

    /** Whether the run of a key is there. */
    boolean has(String key) {
        return folder.filter(runs -> Files.exists(
                        runs.resolve(Sha256.of(List.of(key + " asked about " + test.fingerprint())) + ".json")))
                .isPresent();
    }

    private Optional<Outcome> read(Path file, String key) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Facts facts = JSON.readValue(file.toFile(), Facts.class);
            Logits logits = LogitsFile.ofTexts(table(file)).read();
            return facts != null && key.equals(facts.key()) && logits.size() == test.size()
                    ? Optional.of(new Outcome(
                            logits,
                            facts.seconds(),
                            facts.parameters(),
                            new History(facts.system(), facts.seed(), facts.epochs())))
                    : Optional.empty();
        } catch (IOException | LogitsException | IllegalArgumentException e) {
            log.warn("{}: a run that was kept is made anew: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static Path table(Path facts) {
        return facts.resolveSibling(facts.getFileName() + ".npy");
    }

    private Outcome kept(Path file, String key, Outcome run) {
        LogitsFile.ofTexts(table(file)).write("student", run.logits(), test);
        History history = run.history();
        Facts facts =
                new Facts(key, history.system(), history.seed(), run.seconds(), run.parameters(), history.series());
        AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(facts)));
        return run;
    }
}
