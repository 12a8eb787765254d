/**
 * The command {@code bkd}: one class per subcommand, mixins of options, plan files, and messages. It contains no
 * training or scoring of its own; that is in {@link io.github.bkd4j.study} and below.
 *
 * <pre>{@code
 * bkd distill --train tickets.tsv --test held-out.tsv --out tickets.bkd
 * bkd compare --plan plan.yaml --train tickets.tsv --test held-out.tsv
 * }</pre>
 *
 * <p>Rules and traps:
 *
 * <ul>
 *   <li>Results go to stdout, everything else to stderr. Exit status 2 is invalid input with one line, 1 is a bug.
 *   <li>Options are checked before any file is read, and outputs before any training.
 *   <li>Settings of a plan are appended to the command line as options, so each option is parsed and refused in one
 *       place. An option with a path needs {@code PathValue}, or relative paths in a plan break.
 *   <li>Messages may contain names from untrusted files; print errors only through {@code Bkd.refuse}, which removes
 *       control characters.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.cli;

import org.jspecify.annotations.NullMarked;
