/** Why a text network answers as it does: how much each token of a text moves the difference of two logits. */
@NullMarked
package io.github.bkd4j.explain;

import org.jspecify.annotations.NullMarked;
