package io.github.bkd4j.cli;

import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.train.Schedule;

/**
 * A network that is to learn.
 *
 * @param network what kind
 * @param schedule how long and how fast
 */
record Learner(Architecture<String> network, Schedule schedule) {}
