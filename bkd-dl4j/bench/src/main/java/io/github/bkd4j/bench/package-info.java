/** Benchmarks of the hot paths. */
@NullMarked
package io.github.bkd4j.bench;

import org.jspecify.annotations.NullMarked;
