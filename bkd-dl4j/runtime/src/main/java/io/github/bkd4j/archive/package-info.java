/**
 * Named blocks of bytes in one file, with their sizes and checksums in a manifest: the format of models and
 * checkpoints. An archive is data, never code.
 *
 * <pre>{@code
 * ArchiveFormat format = new ArchiveFormat("my-format", "lexicon", 1, true);
 * format.write(file, Map.of("words.txt", bytes));
 * byte[] words = format.read(file).block("words.txt");
 * }</pre>
 *
 * <p>Reading checks the format, the version, and each block's size and checksum, and throws {@link ArchiveException}
 * with the name of the file. The same blocks in the same order give the same file, byte for byte.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>The checksums detect damage, not forgery: whoever can write the file can write a matching manifest. Treat the
 *       content of a block as untrusted input.
 *   <li>Pass blocks in a map with a fixed order, or the file differs from run to run.
 *   <li>All blocks are in memory at once.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.archive;

import org.jspecify.annotations.NullMarked;
