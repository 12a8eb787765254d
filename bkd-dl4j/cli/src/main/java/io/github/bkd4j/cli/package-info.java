/** The command {@code bkd}. */
@NullMarked
package io.github.bkd4j.cli;

import org.jspecify.annotations.NullMarked;
