package io.github.bkd4j.cli;

import io.github.bkd4j.io.AtomicFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * The checkpoint files of a run's trainings. They are beside the model and are deleted once it is written.
 *
 * @param model the file that the run writes
 * @param systems names of the trainings in the run
 */
record Checkpoints(Path model, List<String> systems) {

    /** The checkpoint file of the student, or of a teacher of the whole training split. */
    Path of(String system) {
        return model.resolveSibling(model.getFileName() + "." + system + ".checkpoint");
    }

    /** Deletes the checkpoints of an earlier run, unless this run resumes it. */
    void begin(boolean resume, PrintWriter err) {
        if (!resume && delete()) {
            err.println("starting over; --resume continues the earlier run for " + model);
        }
    }

    /** Deletes all checkpoints; true if there were any. */
    boolean delete() {
        return systems.stream().map(this::of).filter(AtomicFile::delete).count() > 0;
    }
}
