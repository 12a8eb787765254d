/** Programs of at most 80 lines, one idea each. */
@NullMarked
package io.github.bkd4j.examples;

import org.jspecify.annotations.NullMarked;
