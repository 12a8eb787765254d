/** Architectures, and the row-sparse embeddings that they share. */
@NullMarked
package io.github.bkd4j.network;

import org.jspecify.annotations.NullMarked;
