package io.github.bkd4j.train;

import io.github.bkd4j.io.Fingerprint;
import java.nio.file.Path;

/**
 * The file in which a training saves its state at the end of an epoch. If the file exists, training resumes from it;
 * the result is bit-identical to that of an uninterrupted training. The file is written atomically after the first and
 * the last epoch, and between them so rarely that writing takes at most 5% of the time. It is kept when training is
 * done; a further run then resumes at the end and returns at once.
 *
 * @param file replaced by each write
 * @param run the settings and data, which must be the same for training to resume
 */
public record Checkpoint(Path file, Fingerprint run) {}
