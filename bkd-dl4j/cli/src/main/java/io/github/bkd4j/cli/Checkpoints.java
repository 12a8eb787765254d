package io.github.bkd4j.cli;

import io.github.bkd4j.io.AtomicFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the trainings of a run keep their state: beside the model, until that is written.
 *
 * @param model what the run ends with
 * @param systems whose trainings it ends after
 */
record Checkpoints(Path model, List<String> systems) {

    /** Of the student, and of teachers of the whole training split. */
    Path of(String system) {
        return model.resolveSibling(model.getFileName() + "." + system + ".checkpoint");
    }

    /** What an earlier run has left is replaced, unless this one goes on from it. */
    void begin(boolean resume, PrintWriter err) {
        if (!resume && delete()) {
            err.println("beginning anew; --resume would have gone on with an earlier run for " + model);
        }
    }

    /** The model is written: true if there was anything to delete. */
    boolean delete() {
        return systems.stream().map(this::of).filter(AtomicFile::delete).count() > 0;
    }
}
