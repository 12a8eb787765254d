package io.github.bkd4j.kernel;

/**
 * The shape of a {@link ParameterTable}.
 *
 * @param rows number of rows, at least 1
 * @param columns length of a row, at least 1
 */
public record TableShape(int rows, int columns) {

    /**
     * Number of parameters.
     *
     * @return rows times columns
     */
    public long size() {
        return (long) rows * columns;
    }

    @Override
    public String toString() {
        return "[" + rows + ", " + columns + "]";
    }
}
