/** What a long tail does to a loss and to a result: class weights, shot groups, re-weighting schedules and samplers. */
@NullMarked
package io.github.bkd4j.balance;

import org.jspecify.annotations.NullMarked;
