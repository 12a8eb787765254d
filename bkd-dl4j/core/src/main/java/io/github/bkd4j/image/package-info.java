/** Images: what is classified, folders of them, how they are encoded and augmented. */
@NullMarked
package io.github.bkd4j.image;

import org.jspecify.annotations.NullMarked;
