package io.github.bkd4j.kernel;

/**
 * The shape of a {@link ParameterTable}.
 *
 * @param rows number of rows, at least 1
 * @param columns length of a row, at least 1
 * @param size number of parameters: rows times columns, or fewer if some entries are not stored
 */
public record TableShape(int rows, int columns, long size) {

    /**
     * The shape of a table that stores all its entries.
     *
     * @param rows number of rows, at least 1
     * @param columns length of a row, at least 1
     */
    public TableShape(int rows, int columns) {
        this(rows, columns, (long) rows * columns);
    }

    @Override
    public String toString() {
        String shape = "[" + rows + ", " + columns + "]";
        return size == (long) rows * columns ? shape : shape + " with " + size + " entries";
    }
}
