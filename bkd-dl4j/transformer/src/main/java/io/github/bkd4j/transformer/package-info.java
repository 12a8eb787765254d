/** A pre-trained sentence encoder as teacher. */
@NullMarked
package io.github.bkd4j.transformer;

import org.jspecify.annotations.NullMarked;
