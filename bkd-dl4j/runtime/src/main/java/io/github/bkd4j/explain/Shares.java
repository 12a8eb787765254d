package io.github.bkd4j.explain;

import java.util.List;

/** What the tokens have of a difference of logits, and what none of them has. */
record Shares(double bias, List<Contribution> contributions, boolean addUp) {}
