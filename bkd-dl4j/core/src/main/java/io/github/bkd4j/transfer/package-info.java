/**
 * Transfer texts: new texts, made of the training texts, for the teacher to label. A student that hears its teacher
 * only on the training texts learns little from it, for there a good teacher gives the labels; on texts that neither
 * has seen, the teacher's predictions are news.
 *
 * <ul>
 *   <li>{@link io.github.bkd4j.transfer.TransferGenerator}: one way to make a text of another; a lambda is one.
 *   <li>{@link io.github.bkd4j.transfer.WordReplacement}, {@link io.github.bkd4j.transfer.Splice},
 *       {@link io.github.bkd4j.transfer.Window}: those that are there.
 *   <li>{@link io.github.bkd4j.transfer.TransferTexts}: draws training texts, more for rare classes, and drops what is
 *       not new.
 *   <li>{@link io.github.bkd4j.transfer.TransferImages}: the same for images, by CutMix or mixup.
 * </ul>
 *
 * <p>Trap: transfer texts help as far as the teacher is better than the student. Beside a worse teacher, more texts
 * make the student repeat the teacher's mistakes.
 */
@NullMarked
package io.github.bkd4j.transfer;

import org.jspecify.annotations.NullMarked;
