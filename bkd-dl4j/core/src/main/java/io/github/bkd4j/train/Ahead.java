package io.github.bkd4j.train;

import io.github.bkd4j.io.Threads;
import io.github.bkd4j.io.Work;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Prefetches items in order: each is made on another thread while its predecessor is used. */
final class Ahead<T> implements Iterator<T> {

    private final int size;
    private final IntFunction<T> maker;
    private int position;
    private @Nullable Work work;
    private @Nullable T made;

    Ahead(int size, IntFunction<T> maker) {
        this.size = size;
        this.maker = maker;
        begin();
    }

    private void begin() {
        work = position == size ? null : Threads.start(1, task -> made = maker.apply(position));
    }

    @Override
    public boolean hasNext() {
        return work != null;
    }

    @Override
    public T next() {
        if (work == null) {
            throw new NoSuchElementException("all " + size + " items were taken");
        }
        work.join();
        T item = made;
        if (item == null) {
            throw new IllegalStateException("item " + position + " must have been made but was not");
        }
        position++;
        begin();
        return item;
    }
}
