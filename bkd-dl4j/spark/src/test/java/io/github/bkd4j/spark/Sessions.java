package io.github.bkd4j.spark;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** One session for all tests of a JVM, and data frames in it. */
final class Sessions {

    static final SparkSession SPARK = SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.default.parallelism", "2")
            .config("spark.sql.adaptive.enabled", "false") // shorter for a few rows
            .config("spark.sql.codegen.wholeStage", "false") // which is compiled for each query
            .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer") // as many clusters have
            .getOrCreate();

    private static final StructType TEXTS =
            new StructType().add("id", DataTypes.IntegerType).add("text", DataTypes.StringType);

    private Sessions() {}

    /** Columns id, from 0 on, and text, in two partitions. */
    static Dataset<Row> texts(List<String> texts) {
        Row[] rows = new Row[texts.size()];
        Arrays.setAll(rows, i -> RowFactory.create(i, texts.get(i)));
        return SPARK.createDataFrame(Arrays.asList(rows), TEXTS).repartition(2);
    }
}
