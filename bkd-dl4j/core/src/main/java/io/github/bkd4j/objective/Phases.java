package io.github.bkd4j.objective;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Cuts a training into phases. */
final class Phases {

    private Phases() {}

    /** A phase from epoch 0, and one from each of {@code changes} that lies within the training. */
    static List<Phase> from(int epochs, IntFunction<Phase> phase, int... changes) {
        return IntStream.concat(IntStream.of(0), IntStream.of(changes))
                .filter(epoch -> epoch < epochs)
                .distinct()
                .sorted()
                .mapToObj(phase)
                .toList();
    }
}
