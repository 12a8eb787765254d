/**
 * Text classifiers as an HTTP service, with a page to try them: what {@code bkd serve} runs.
 *
 * <p>{@link ClassificationServer#start} loads models, answers requests until it is closed, and reads a model anew when
 * its file is replaced.
 *
 * <pre>{@code
 * try (ClassificationServer server = ClassificationServer.start(
 *         Map.of("tickets", Path.of("tickets.bkd")), ServerSettings.local(8080))) {
 *     server.join(); // until another thread closes it
 * }
 * }</pre>
 *
 * <p>How a request is answered: Jetty reads it without blocking a thread; {@code ServiceHandler} chooses the route;
 * {@code Body} collects at most as many bytes as {@link Limits} allow; {@code RequestReader} makes a request of them or
 * refuses them with one sentence; {@code Answers} asks the classifier; {@code AnswerWriter} writes JSON;
 * {@code Metrics} counts.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>There is neither authentication nor encryption. Listen on 127.0.0.1, or put a reverse proxy in front.
 *   <li>The threads of a batch are those of {@code io.github.bkd4j.io.Threads}, one setting for the whole process.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.serve;

import org.jspecify.annotations.NullMarked;
