package io.github.bkd4j.examples;

import io.github.bkd4j.corpus.Corpus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** A corpus from a database: the tickets that come with the program, put into a table, and read by a query. */
public final class DatabaseCorpus {

    private static final String QUERY =
            "select queue as label, subject || ' ' || body as text from tickets where closed order by id";

    private DatabaseCorpus() {}

    /**
     * Runs the program.
     *
     * @param args a JDBC address of your own, and a query for label and text; without them, a database in memory
     * @throws SQLException if the database refuses
     * @throws IOException never
     */
    public static void main(String[] args) throws SQLException, IOException {
        try (Connection database = DriverManager.getConnection(args.length > 1 ? args[0] : "jdbc:h2:mem:")) {
            if (args.length < 2) {
                fill(database);
            }
            Corpus<String> tickets = Corpus.query(database, args.length > 1 ? args[1] : QUERY);
            System.out.println(tickets);
            tickets.counts()
                    .ranking()
                    .forEach(c -> System.out.println(
                            tickets.labels().get(c) + ": " + tickets.counts().count(c)));
        }
    }

    private static void fill(Connection database) throws SQLException, IOException {
        try (Statement create = database.createStatement()) {
            create.execute(
                    "create table tickets(id identity, queue varchar(99), subject varchar(99), body varchar(999), "
                            + "closed boolean)");
        }
        InputStream shipped = Objects.requireNonNull(DatabaseCorpus.class.getResourceAsStream("/tickets.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(shipped, StandardCharsets.UTF_8));
                PreparedStatement insert = database.prepareStatement(
                        "insert into tickets(queue, subject, body, closed) values (?, 'Ticket', ?, true)")) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", 2);
                insert.setString(1, fields[0]);
                insert.setString(2, fields[1]);
                insert.executeUpdate();
            }
        }
    }
}
