package io.github.bkd4j.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private final Columns standard = Columns.standard();

    @Test
    void eachPartChangesByItself() {
        assertThat(standard).isEqualTo(new Columns("label", List.of("text"), null, true));
        assertThat(standard.withLabel("2")
                        .withText("subject", "body")
                        .withDelimiter(';')
                        .withoutHeader())
                .isEqualTo(new Columns("2", List.of("subject", "body"), ';', false));
    }

    @Test
    void columnsMustBeThere() {
        assertRefused("label column must not be blank but was ' '", () -> standard.withLabel(" "));
        assertRefused("text column must be at least one, none blank, but was ''", standard::withText);
        assertRefused("text column must be at least one, none blank, but was 'a,'", () -> standard.withText("a", ""));
        assertRefused("text column must name each column once but was 'a,b,a'", () -> standard.withText("a", "b", "a"));
    }

    @Test
    void theDelimiterMustNotMeanSomethingElse() {
        assertRefused("delimiter must not be a quote or a line end but was '\"'", () -> standard.withDelimiter('"'));
        assertRefused(
                "delimiter must not be a quote or a line end but was a line end", () -> standard.withDelimiter('\r'));
        assertRefused(
                "delimiter must not be a quote or a line end but was a line end", () -> standard.withDelimiter('\n'));
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
