package io.github.bkd4j.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Other requests are those of {@link ServiceTest}. */
class RequestReaderTest {

    private static ClassifyRequest read(int characters, String more) {
        String body = "{\"text\": \"" + "a".repeat(characters) + "\"" + more + "}";
        return RequestReader.read(body.getBytes(UTF_8), 1);
    }

    @Test
    void aLongTextIsClassifiedAndNotExplained() {
        assertThat(read(100_001, "").tokens()).isZero();
        assertThat(read(100_000, ", \"explain\": 3").tokens()).isEqualTo(3);
        assertThatThrownBy(() -> read(100_001, ", \"explain\": 3"))
                .isInstanceOfSatisfying(RequestException.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(413);
                    assertThat(refusal.sentence())
                            .isEqualTo("texts must have at most 100,000 characters to be explained but one had more");
                });
    }
}
