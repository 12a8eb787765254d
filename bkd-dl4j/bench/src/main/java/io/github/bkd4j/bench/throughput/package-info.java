/** Training throughput, measured as PyTorch's is by the script beside this module's sources. */
@NullMarked
package io.github.bkd4j.bench.throughput;

import org.jspecify.annotations.NullMarked;
