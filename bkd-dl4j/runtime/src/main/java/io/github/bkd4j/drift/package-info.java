/** How far the texts that a classifier meets are from those that it was chosen on, and how common the classes are. */
@NullMarked
package io.github.bkd4j.drift;

import org.jspecify.annotations.NullMarked;
