/** Named blocks of bytes in one file, with their sizes and checksums: data, never code. */
@NullMarked
package io.github.bkd4j.archive;

import org.jspecify.annotations.NullMarked;
