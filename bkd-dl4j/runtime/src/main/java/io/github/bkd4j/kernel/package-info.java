/**
 * The arithmetic of text networks on plain Java arrays, forward and backward, without DL4J and ND4J: a bag of
 * embeddings, alone or beside a sparse linear model, convolutions, two LSTMs, and Adam on the rows that have a
 * gradient; L-BFGS for convex functions.
 *
 * <p>A {@link TextKernel} maps {@link Tokens} to features, with parameters in {@link ParameterTable}s that the caller
 * owns; an {@link OutputKernel} maps features to logits.
 *
 * <pre>{@code
 * TextKernel kernel = new BagKernel(1000, 64, 0, 0.01);
 * List<ParameterTable> parameters = kernel.draw(7);
 * TextKernel.Pass pass = kernel.forward(parameters, Tokens.of(ids, weights)); // both [texts][tokens]
 * List<RowGradient> gradients = pass.backward(epsilon); // of each table; epsilon is [texts][features]
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Row 0 of the embeddings is the unknown token.
 *   <li>Arrays are shared, not copied, unless the documentation says so; {@code epsilon} may be overwritten.
 *   <li>The step of a table runs in the background: join it before the table is read.
 *   <li>Results do not depend on the number of threads, because the tasks do not: keep it so when a kernel is changed.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.kernel;

import org.jspecify.annotations.NullMarked;
