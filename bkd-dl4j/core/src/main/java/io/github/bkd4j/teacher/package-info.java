/** Teachers: what labels training instances with logits for a student to imitate. */
@NullMarked
package io.github.bkd4j.teacher;

import org.jspecify.annotations.NullMarked;
