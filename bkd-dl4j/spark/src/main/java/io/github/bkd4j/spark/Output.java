package io.github.bkd4j.spark;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A column that a classification adds. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
enum Output {
    PREDICTION("prediction", DataTypes.DoubleType, answer -> (double) answer.top(), PredictionParams::predictionCol),
    PREDICTED_LABEL("predictedLabel", DataTypes.StringType, Answer::label, PredictionParams::predictedLabelCol),
    CONFIDENCE("confidence", DataTypes.DoubleType, Answer::confidence, PredictionParams::confidenceCol),
    PROBABILITY(
            "probability",
            SQLDataTypes.VectorType(),
            answer -> Vectors.dense(answer.probabilities()),
            PredictionParams::probabilityCol),
    RAW_PREDICTION(
            "rawPrediction",
            SQLDataTypes.VectorType(),
            answer -> Vectors.dense(answer.logits()),
            PredictionParams::rawPredictionCol);

    private final String column;

    @SuppressWarnings("ImmutableEnumChecker") // Spark's types are immutable
    private final DataType type;

    @SuppressWarnings("ImmutableEnumChecker") // stateless
    private final Function<Answer, Object> value;

    @SuppressWarnings("ImmutableEnumChecker") // stateless
    private final Function<PredictionParams<?>, Param<String>> param;

    /** The default name of the column. */
    String column() {
        return column;
    }

    Param<String> param(PredictionParams<?> stage) {
        return param.apply(stage);
    }

    Object of(Answer answer) {
        return value.apply(answer);
    }

    StructField field(String name) {
        return DataTypes.createStructField(name, type, true);
    }

    /** The name of the column in a stage; empty for none. */
    String name(PredictionParams<?> stage) {
        return stage.getOrDefault(param(stage));
    }

    /** Gives a stage the usual names of its columns, that of the texts included. */
    static void setDefaults(PredictionParams<?> stage) {
        stage.setDefault(stage.inputCol(), "text");
        stage.setDefault(stage.handleInvalid(), TextParams.FAIL);
        for (Output output : values()) {
            stage.setDefault(output.param(stage), output.column);
        }
    }

    /** Those that a stage adds. */
    static List<Output> of(PredictionParams<?> stage) {
        return Arrays.stream(values())
                .filter(output -> !output.name(stage).isEmpty())
                .toList();
    }

    /** The schema with what a stage adds. */
    static StructType added(StructType schema, PredictionParams<?> stage) {
        TextColumn.requireText(schema, stage.getOrDefault(stage.inputCol()));
        StructType more = schema;
        for (Output output : of(stage)) {
            TextColumn.requireNew(more, output.name(stage));
            more = more.add(output.field(output.name(stage)));
        }
        return more;
    }
}
