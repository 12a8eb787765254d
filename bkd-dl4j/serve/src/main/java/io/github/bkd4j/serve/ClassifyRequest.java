package io.github.bkd4j.serve;

import java.util.List;

/**
 * What a client asks.
 *
 * @param texts at least one
 * @param topK most probable classes wanted per text; 0 for none but the answer
 * @param tokens most deciding tokens wanted per text; 0 for no explanation
 */
record ClassifyRequest(List<String> texts, int topK, int tokens) {}
