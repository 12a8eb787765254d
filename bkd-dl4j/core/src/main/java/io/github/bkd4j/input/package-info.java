/** What a network eats, whatever the modality: encoded instances, and the encoders that make them. */
@NullMarked
package io.github.bkd4j.input;

import org.jspecify.annotations.NullMarked;
