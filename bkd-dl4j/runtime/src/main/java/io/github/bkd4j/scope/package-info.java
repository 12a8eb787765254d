/** Which texts belong to no class that a classifier knows: scores, and a detector that joins them. */
@NullMarked
package io.github.bkd4j.scope;

import org.jspecify.annotations.NullMarked;
