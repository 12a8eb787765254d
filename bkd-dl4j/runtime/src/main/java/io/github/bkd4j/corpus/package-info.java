/** Labelled instances: reading, counting, splitting and cutting a corpus. */
@NullMarked
package io.github.bkd4j.corpus;

import org.jspecify.annotations.NullMarked;
