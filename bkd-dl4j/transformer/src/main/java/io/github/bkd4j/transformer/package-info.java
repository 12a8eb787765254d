/**
 * Pretrained sentence encoders, as teachers and as initial embeddings of students. A
 * {@link io.github.bkd4j.transformer.SentenceEncoder} turns texts into vectors; a
 * {@link io.github.bkd4j.transformer.SentenceTransformer} trains a linear head on them.
 *
 * <pre>{@code
 * SentenceTransformer settings = SentenceTransformer.miniLm().cachedIn(Path.of("vectors"));
 * Teacher<String> teacher = settings.logitAdjusted().fit(splits, 7);
 * Architecture<String> student = new Pretrained(BagOfEmbeddings.subwords(), settings.vectors());
 * }</pre>
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>MiniLM is an English model; pass another one to {@link io.github.bkd4j.transformer.SentenceEncoder#of} for
 *       other languages.
 *   <li>Texts with more tokens than the encoder accepts are truncated, with one warning; see
 *       {@link io.github.bkd4j.transformer.LongTexts}.
 *   <li>Embedding takes most of the time: use {@code remembering()} within a process, {@code cachedIn} across
 *       processes.
 *   <li>An encoder's native memory is freed only when it is garbage-collected; load each encoder once.
 *   <li>A {@link io.github.bkd4j.transformer.LangChainEncoder} is identified by its name alone: give another model
 *       another name, or a cache returns the wrong vectors.
 * </ul>
 */
@NullMarked
package io.github.bkd4j.transformer;

import org.jspecify.annotations.NullMarked;
