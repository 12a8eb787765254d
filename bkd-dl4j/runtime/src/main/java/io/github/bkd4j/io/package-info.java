/**
 * Files, checksums, argument checks and threads, which every other package uses.
 *
 * <p>{@link AtomicFile} writes a file completely or leaves the old one, {@link PlainFile} reads a file that may be
 * compressed, {@link Sha256} and {@link FloatBlock} turn content into digests and bytes. {@link Checks} refuses invalid
 * arguments with {@link IllegalArgumentException}; exceptions about wrong input extend {@link BkdException}.
 * {@link Threads} shares the work of a step between threads.
 *
 * <pre>{@code
 * Threads.use(applicationPool, 4); // by default: one thread per processor, of the library's own
 * AtomicFile.write(Path.of("notes.txt"), out -> out.write(bytes));
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>{@link Threads} is one setting for the whole process, not one per model.
 *   <li>A task given to {@link Threads} must not wait for a task that has a higher number: nothing but the calling
 *       thread is sure to work.
 *   <li>{@link AtomicFile} needs a file system that can rename a file within its folder.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.io;

import org.jspecify.annotations.NullMarked;
