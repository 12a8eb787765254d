package io.github.bkd4j.spark;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** What the cluster runs: from Parquet to Parquet, as slow as it is told. */
public final class ClassifyingProgram {

    private ClassifyingProgram() {}

    /** Archive, input, output, milliseconds per text. */
    public static void main(String[] args) {
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            BkdClassificationModel model = BkdClassificationModel.ofArchive(args[0]);
            int pause = Integer.parseInt(args[3]);
            UDF1<String, String> slowly = text -> {
                Thread.sleep(pause);
                return text;
            };
            Column text = functions.udf(slowly, DataTypes.StringType).apply(functions.col("text"));
            model.transform(spark.read().parquet(args[1]).repartition(20).withColumn("text", text))
                    .write()
                    .parquet(args[2]);
            System.out.println("written by Spark " + spark.version());
        }
    }
}
