/** The one training loop: for teachers and students, text and images. */
@NullMarked
package io.github.bkd4j.train;

import org.jspecify.annotations.NullMarked;
