package io.github.bkd4j.spark;

import io.github.bkd4j.model.TextClassifier;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;

/** The function behind the columns: from a text to what is asked for; null for a null text that may be one. */
@RequiredArgsConstructor
final class Classify implements UDF1<@Nullable String, @Nullable Row> {

    private static final long serialVersionUID = 1L;

    private final Broadcast<PerExecutor<TextClassifier>> model;
    private final List<Output> outputs;
    private final String column;
    private final boolean failsOnNull;

    @Override
    public @Nullable Row call(@Nullable String text) {
        if (text == null) {
            return nothing();
        }
        Answer answer = Answer.of(model.value().value(), text);
        return RowFactory.create(
                outputs.stream().map(output -> output.of(answer)).toArray());
    }

    private @Nullable Row nothing() {
        if (failsOnNull) {
            throw TextColumn.nullText(column);
        }
        return null;
    }
}
