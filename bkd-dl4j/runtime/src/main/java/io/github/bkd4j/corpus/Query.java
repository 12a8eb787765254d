package io.github.bkd4j.corpus;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows of a database as labelled texts. */
final class Query {

    private static final String NAME = "query";
    private static final int FETCHED = 1000; // rows at a time, where the driver can
    private static final Set<Integer> FLOATS = Set.of(Types.FLOAT, Types.REAL, Types.DOUBLE);

    private Query() {}

    static List<Labeled<String>> rows(Connection connection, String sql, Columns columns) {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (ResultSet result = statement.executeQuery(sql)) {
                return rows(result, columns);
            }
        } catch (SQLException e) {
            String reason =
                    String.valueOf(e.getMessage()).lines().map(String::strip).collect(Collectors.joining(" "));
            throw new CorpusException(NAME + ": cannot be read: " + reason, e);
        }
    }

    private static List<Labeled<String>> rows(ResultSet result, Columns columns) throws SQLException {
        Layout layout = layout(result.getMetaData(), columns);
        List<Labeled<String>> rows = new ArrayList<>();
        while (result.next()) {
            Place place = new Place(NAME, rows.size() + 1L);
            List<String> text = new ArrayList<>();
            for (int column : layout.text()) {
                text.add(string(result, column));
            }
            rows.add(place.row(string(result, layout.label()), Layout.joined(text)));
        }
        if (rows.isEmpty()) {
            throw new CorpusException(NAME + ": must have at least one row but had none");
        }
        return rows;
    }

    private static Layout layout(ResultSetMetaData names, Columns columns) throws SQLException {
        List<String> found = new ArrayList<>();
        for (int column = 1; column <= names.getColumnCount(); column++) {
            found.add(names.getColumnLabel(column));
        }
        Layout layout = Layout.of(found, columns, Wanted.LABELED)
                .orElseThrow(() -> new CorpusException(NAME + ": must have " + Layout.columns(columns, Wanted.LABELED)
                        + ", each once, but had "
                        + Layout.shown(String.join(",", found)) + "; name them with AS, or say which with Columns"));
        if (FLOATS.contains(names.getColumnType(layout.label() + 1))) {
            throw new CorpusException(NAME + ": label must be a string, an integer or a boolean but was a "
                    + names.getColumnTypeName(layout.label() + 1) + ", which can be written in many ways");
        }
        return layout;
    }

    private static String string(ResultSet result, int column) throws SQLException {
        String value = result.getString(column + 1);
        return value == null ? "" : value;
    }
}
