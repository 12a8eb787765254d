/**
 * Selects between CPU and CUDA, and checks that the requested backend is available. ND4J selects its backend from the
 * class path and the environment when it starts; this package predicts that selection, so that a wrong one fails with
 * one sentence instead of a stack trace.
 *
 * <pre>{@code
 * BackendChoice choice = BackendChoice.ofEnvironment().orElse(BackendChoice.AUTO); // -Dbkd.backend=cuda
 * BackendChoice.Taken taken = choice.take(); // BackendException if CUDA is requested but missing
 * System.out.println(taken.backend() + ": " + taken.reason());
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Call {@link io.github.bkd4j.backend.BackendChoice#take} before anything uses ND4J. The backend of a running JVM
 *       cannot be changed.
 *   <li>With {@code nd4j-cuda} on the class path, the CPU is used only where the environment variable
 *       {@code BACKEND_PRIORITY_CPU} puts it first, or where no device works.
 *   <li>{@link io.github.bkd4j.backend.Backend#running} starts ND4J.
 * </ul>
 *
 * <p>{@link io.github.bkd4j.backend.AnnotatedJson} marks classes that DL4J serialises as JSON.
 */
@NullMarked
package io.github.bkd4j.backend;

import org.jspecify.annotations.NullMarked;
