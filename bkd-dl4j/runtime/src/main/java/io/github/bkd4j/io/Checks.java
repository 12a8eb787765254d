package io.github.bkd4j.io;

/**
 * Checks of arguments. Each refuses a value with {@link IllegalArgumentException} and one sentence, {@code name must
 * RULE but was VALUE}, and returns what it accepts.
 */
public final class Checks {

    private Checks() {}

    /**
     * Checks any rule.
     *
     * @param holds whether the argument is valid
     * @param message what must hold, and what was given
     * @throws IllegalArgumentException if it does not hold
     */
    public static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * Checks a lower bound.
     *
     * @param name of the argument
     * @param least smallest valid value
     * @param value the argument
     * @return the value
     * @throws IllegalArgumentException if the value is less
     */
    public static int atLeast(String name, int least, int value) {
        atLeast(name, (long) least, value);
        return value;
    }

    /**
     * Checks a lower bound.
     *
     * @param name of the argument
     * @param least smallest valid value
     * @param value the argument
     * @return the value
     * @throws IllegalArgumentException if the value is less
     */
    public static long atLeast(String name, long least, long value) {
        if (!(value >= least)) {
            throw refusal(name, "must be >= " + least + "", value);
        }
        return value;
    }

    /**
     * Checks that a number is neither NaN nor infinite.
     *
     * @param name of the argument
     * @param value the argument
     * @return the value
     * @throws IllegalArgumentException if the value is not finite
     */
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw refusal(name, "must be finite", value);
        }
        return value;
    }

    /**
     * Checks that a number is finite and greater than 0.
     *
     * @param name of the argument
     * @param value the argument
     * @return the value
     * @throws IllegalArgumentException if the value is out of range
     */
    public static double finiteAndPositive(String name, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw refusal(name, "must be finite and > 0", value);
        }
        return value;
    }

    /**
     * Checks that a number is finite and at least 0.
     *
     * @param name of the argument
     * @param value the argument
     * @return the value
     * @throws IllegalArgumentException if the value is out of range
     */
    public static double finiteAtLeastZero(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw refusal(name, "must be finite and >= 0", value);
        }
        return value;
    }

    /**
     * Checks that a number is a share that leaves something over: at least 0 and less than 1.
     *
     * @param name of the argument
     * @param value the argument
     * @return the value
     * @throws IllegalArgumentException if the value is out of range
     */
    public static double share(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw refusal(name, "must be >= 0 and < 1", value);
        }
        return value;
    }

    /**
     * Checks that a number is in the unit interval, its ends included.
     *
     * @param name of the argument
     * @param value the argument
     * @return the value
     * @throws IllegalArgumentException if the value is out of range
     */
    public static double inUnitInterval(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw refusal(name, "must be in [0, 1]", value);
        }
        return value;
    }

    /**
     * Checks that a text has a character that is not white space.
     *
     * @param name of the argument
     * @param value the argument
     * @return the value
     * @throws IllegalArgumentException if the text is blank
     */
    public static String notBlank(String name, String value) {
        require(!value.isBlank(), name + " must not be blank but was \"" + value + "\"");
        return value;
    }

    private static IllegalArgumentException refusal(String name, String rule, Object value) {
        return new IllegalArgumentException(name + " " + rule + " but was " + value);
    }
}
