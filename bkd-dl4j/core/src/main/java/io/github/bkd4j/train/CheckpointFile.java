package io.github.bkd4j.train;

import io.github.bkd4j.archive.Archive;
import io.github.bkd4j.archive.ArchiveException;
import io.github.bkd4j.archive.ArchiveFormat;
import io.github.bkd4j.io.AtomicFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import lombok.RequiredArgsConstructor;

/** Saves and restores the state of one run. Not thread-safe. */
@RequiredArgsConstructor
final class CheckpointFile {

    static final ArchiveFormat FORMAT = new ArchiveFormat("bkd-checkpoint", "checkpoint", 1, false, Set.of());
    private static final String PROGRESS = "progress.json";
    private static final int SHARE = 20; // writing may take one part in so many of the time

    private final Path file;
    private final Map<String, String> run;
    private final LongSupplier nanoTime;
    private boolean written;
    private long writtenAt;
    private long cost;

    static CheckpointFile of(Checkpoint checkpoint) {
        return new CheckpointFile(checkpoint.file(), checkpoint.run().entries(), System::nanoTime);
    }

    /**
     * Writes the state, if a write is due. A state with NaN or infinite parameters is never written, because training
     * could not resume from it.
     */
    void epochDone(TrainingState state, boolean last) {
        long start = nanoTime.getAsLong();
        boolean due = last || !written || start - writtenAt >= SHARE * cost;
        if (!due || state.network().firstNonFinite().isPresent()) {
            return;
        }
        write(state);
        written = true;
        writtenAt = nanoTime.getAsLong();
        cost = writtenAt - start;
    }

    private void write(TrainingState state) {
        Map<String, byte[]> blocks = new LinkedHashMap<>();
        blocks.put(PROGRESS, TrainingProgress.of(state, run).toJson());
        new NetworkState("network", state.network()).write(blocks);
        if (state.best() != state.network()) {
            new NetworkState("best", state.best()).write(blocks);
        }
        FORMAT.write(file, blocks);
    }

    /** Restores a new run from the file, if it exists. */
    void restore(TrainingState state) {
        if (!Files.exists(file)) {
            AtomicFile.requireWritable(file);
            return;
        }
        try {
            read(FORMAT.read(file), state);
        } catch (ArchiveException e) {
            throw new CheckpointException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new CheckpointException(file + ": " + e.getMessage(), e);
        }
    }

    private void read(Archive archive, TrainingState state) {
        TrainingProgress progress = TrainingProgress.read(archive.block(PROGRESS));
        requireSameRun(progress.run());
        new NetworkState("network", state.network()).read(archive);
        if (progress.hasBest()) {
            state.stopping().resume(state.network().copy(), progress.bestScore(), progress.waited());
            new NetworkState("best", state.best()).read(archive);
        }
        state.resume(progress.summaries(), progress.step(), progress.stopped(), progress.lastLoss());
    }

    private void requireSameRun(Map<String, String> other) {
        TreeSet<String> names = new TreeSet<>(run.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            String own = run.getOrDefault(name, "none");
            String theirs = other.getOrDefault(name, "none");
            if (!own.equals(theirs)) {
                throw new IllegalArgumentException(
                        "the checkpoint must be of this run, with " + name + " " + own + ", but has " + theirs);
            }
        }
    }
}
