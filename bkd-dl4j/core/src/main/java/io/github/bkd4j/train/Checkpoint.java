package io.github.bkd4j.train;

import io.github.bkd4j.io.Fingerprint;
import java.nio.file.Path;

/**
 * Where a training keeps its state at the end of an epoch, to go on from after it was ended: where the file is there,
 * training begins with what it says. A training that goes on ends as one that was never ended, to the last bit. The
 * file is written whole or not at all, at the first and the last epoch, and between them as often as takes no more than
 * a twentieth of the time; it stays when training is done, for then there is nothing left to do.
 *
 * @param file replaced at each write
 * @param run what must be the same for training to go on: settings and data
 */
public record Checkpoint(Path file, Fingerprint run) {}
