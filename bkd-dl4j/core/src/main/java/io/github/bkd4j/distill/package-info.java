/** The plan of a distillation, and carrying it out. */
@NullMarked
package io.github.bkd4j.distill;

import org.jspecify.annotations.NullMarked;
