package io.github.bkd4j.spark;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The column of texts of a data frame, and those beside it. */
final class TextColumn {

    private TextColumn() {}

    /** Refuses a data frame without a column of that name. */
    static void require(StructType schema, String column) {
        if (!Arrays.asList(schema.fieldNames()).contains(column)) {
            throw new DataFrameException("column '" + column + "' must be in the data frame but its columns were "
                    + Arrays.toString(schema.fieldNames()));
        }
    }

    /** Refuses a data frame without a column of strings of that name. */
    static void requireText(StructType schema, String column) {
        require(schema, column);
        if (!schema.apply(column).dataType().equals(DataTypes.StringType)) {
            throw new DataFrameException("column '" + column + "' must be of type string but was "
                    + schema.apply(column).dataType().simpleString());
        }
    }

    /** Refuses a data frame that has a column which is to be added: Spark, which ignores case, would replace it. */
    static void requireNew(StructType schema, String column) {
        if (Arrays.stream(schema.fieldNames()).anyMatch(column::equalsIgnoreCase)) {
            throw new DataFrameException(
                    "column '" + column + "' must be new but the data frame had one of that name already");
        }
    }

    /** The rows that a stage works on: all, or those with a text if the others are skipped. */
    static Dataset<Row> rows(Dataset<?> data, TextParams<?> stage) {
        Dataset<Row> rows = data.toDF();
        return stage.getOrDefault(stage.handleInvalid()).equals(TextParams.SKIP)
                ? rows.where(functions.col(stage.getOrDefault(stage.inputCol())).isNotNull())
                : rows;
    }

    /** Whether a stage fails on a null text. */
    static boolean failsOnNull(TextParams<?> stage) {
        return stage.getOrDefault(stage.handleInvalid()).equals(TextParams.FAIL);
    }

    /** What is thrown for a null text that is neither skipped nor abstained from. */
    static DataFrameException nullText(String column) {
        return new DataFrameException("column '" + column
                + "' must have a text in every row but had null; see the parameter handleInvalid for skip and abstain");
    }
}
