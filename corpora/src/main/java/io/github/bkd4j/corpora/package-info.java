/** Ready-made long-tailed corpora. */
@NullMarked
package io.github.bkd4j.corpora;

import org.jspecify.annotations.NullMarked;
