/** Files that are written whole or not at all, checksums, blocks of numbers, and the threads that share the work. */
@NullMarked
package io.github.bkd4j.io;

import org.jspecify.annotations.NullMarked;
