/** Results as people read them and as programs do. */
@NullMarked
package io.github.bkd4j.report;

import org.jspecify.annotations.NullMarked;
