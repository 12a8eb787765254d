package io.github.bkd4j.kernel;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth convex function by L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5), with steps
 * halved until the function decreases enough. Deterministic.
 */
public final class Lbfgs {

    private static final int PAIRS = 10; // of steps and changes of the gradient that are remembered
    private static final double ENOUGH = 1e-4; // of the decrease that the slope promises
    private static final int MOST_HALVINGS = 20;

    private final int iterations;
    private final double tolerance;

    /**
     * Sets when it ends.
     *
     * @param iterations most of them, at least 0
     * @param tolerance it also ends with an iteration that decreases the function by less than this share of it
     */
    public Lbfgs(int iterations, double tolerance) {
        this.iterations = iterations;
        this.tolerance = tolerance;
    }

    /** A function with its gradient. */
    @FunctionalInterface
    public interface Function {

        /**
         * Computes both.
         *
         * @param point where
         * @param gradient written to
         * @return the value
         */
        double at(double[] point, double[] gradient);
    }

    /** A step and the change of the gradient along it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pair(double[] step, double[] change, double product) {}

    /**
     * Minimises a function.
     *
     * @param function smooth and convex
     * @param start where to begin, not changed
     * @return the point where it ends
     */
    public double[] minimise(Function function, double[] start) {
        double[] point = start.clone();
        double[] gradient = new double[point.length];
        double value = function.at(point, gradient);
        Deque<Pair> pairs = new ArrayDeque<>(); // latest first
        for (int i = 0; i < iterations; i++) {
            double[] direction = direction(gradient, pairs);
            double slope = dot(direction, gradient);
            double length = pairs.isEmpty() ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = point;
            double[] nextGradient = new double[point.length];
            double nextValue = Double.POSITIVE_INFINITY;
            for (int halving = 0;
                    halving < MOST_HALVINGS && !(nextValue <= value + ENOUGH * length * slope);
                    halving++) {
                length *= halving == 0 ? 1 : 0.5;
                next = plus(point, length, direction);
                nextValue = function.at(next, nextGradient);
            }
            if (!(nextValue < value)) {
                return point;
            }
            remember(pairs, difference(next, point), difference(nextGradient, gradient));
            boolean isDone = value - nextValue < tolerance * Math.abs(value);
            point = next;
            gradient = nextGradient;
            value = nextValue;
            if (isDone) {
                return point;
            }
        }
        return point;
    }

    private static void remember(Deque<Pair> pairs, double[] step, double[] change) {
        double product = dot(step, change);
        if (product > 0) {
            pairs.addFirst(new Pair(step, change, product));
        }
        if (pairs.size() > PAIRS) {
            pairs.removeLast();
        }
    }

    /** Minus the inverse Hessian, as the pairs tell it, times the gradient. */
    private static double[] direction(double[] gradient, Deque<Pair> pairs) {
        double[] direction = gradient.clone();
        double[] factors = new double[pairs.size()];
        int at = 0;
        for (Pair pair : pairs) {
            factors[at] = dot(pair.step(), direction) / pair.product();
            add(-factors[at], pair.change(), direction);
            at++;
        }
        if (!pairs.isEmpty()) {
            Pair latest = pairs.getFirst();
            double scale = latest.product() / dot(latest.change(), latest.change());
            Arrays.setAll(direction, i -> direction[i] * scale);
        }
        for (Iterator<Pair> oldestFirst = pairs.descendingIterator(); oldestFirst.hasNext(); ) {
            Pair pair = oldestFirst.next();
            at--;
            add(factors[at] - dot(pair.change(), direction) / pair.product(), pair.step(), direction);
        }
        Arrays.setAll(direction, i -> -direction[i]);
        return direction;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static void add(double factor, double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[i];
        }
    }

    private static double[] plus(double[] point, double factor, double[] direction) {
        double[] sum = point.clone();
        add(factor, direction, sum);
        return sum;
    }

    private static double[] difference(double[] one, double[] other) {
        return plus(one, -1, other);
    }
}
