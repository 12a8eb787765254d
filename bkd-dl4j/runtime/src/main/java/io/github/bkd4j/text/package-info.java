/** Text into tokens, tokens into what a network eats. */
@NullMarked
package io.github.bkd4j.text;

import org.jspecify.annotations.NullMarked;
