package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryTest {

    private Connection database;

    @BeforeEach
    void fill() throws SQLException {
        database = DriverManager.getConnection("jdbc:h2:mem:");
        try (Statement statement = database.createStatement()) {
            statement.execute("create table tickets(id int, queue varchar(20), subject varchar(99), body varchar(99), "
                    + "urgent boolean, score double)");
            statement.execute("insert into tickets values (2, 'refund ', 'money', null, true, 0.5), "
                    + "(1, 'bug', ' it broke', 'again', false, 1), (3, null, 'x', 'y', null, 2)");
        }
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private void assertRefused(String sql, String message) {
        assertThatThrownBy(() -> Corpus.query(database, sql))
                .isInstanceOf(CorpusException.class)
                .hasMessage(message);
    }

    @Test
    void readsLabelsAndTexts() throws SQLException {
        assertThat(Corpus.query(
                        database, "select id, queue as label, subject as text from tickets where id < 3 order by id"))
                .isEqualTo(CorpusTest.corpus("bug:it broke", "refund:money"));
        assertThat(database.isClosed()).isFalse();
    }

    @Test
    void readsOtherColumns() {
        Columns columns = Columns.standard().withLabel("Queue").withText("subject", "4");
        assertThat(Corpus.query(database, "select * from tickets where id < 3 order by id", columns))
                .isEqualTo(CorpusTest.corpus("bug:it broke again", "refund:money"));
    }

    @Test
    void integersAndBooleansAreLabels() {
        assertThat(Corpus.query(database, "select id as label, subject as text from tickets order by id")
                        .labels())
                .containsExactly("1", "2", "3");
        assertThat(Corpus.query(database, "select urgent as label, subject as text from tickets where id < 3")
                        .labels())
                .containsExactly("FALSE", "TRUE");
    }

    @Test
    void namesTheRow() {
        assertRefused(
                "select queue as label, subject as text from tickets order by id", "query:3: label must not be blank");
        assertRefused("select id as label, body as text from tickets order by id", "query:2: text must not be blank");
    }

    @Test
    void refusesWhatIsNoCorpus() {
        assertRefused(
                "select id, queue from tickets",
                "query: must have the columns label and text, each once, but had ID,QUEUE; name them with AS, or say "
                        + "which with Columns");
        assertRefused(
                "select queue as label, subject as text from tickets where id > 9",
                "query: must have at least one row but had none");
        assertRefused(
                "select score as label, subject as text from tickets",
                "query: label must be a string, an integer or a boolean but was a DOUBLE PRECISION, which can be written "
                        + "in many ways");
        assertThatThrownBy(() -> Corpus.query(database, "select nothing"))
                .isInstanceOf(CorpusException.class)
                .hasMessage("query: cannot be read: Column \"NOTHING\" not found; SQL statement: select nothing"
                        + " [42122-232]");
    }
}
