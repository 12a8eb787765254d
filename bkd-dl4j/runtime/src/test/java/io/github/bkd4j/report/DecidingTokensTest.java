package io.github.bkd4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.evaluate.Evaluation;
import io.github.bkd4j.report.Reasons.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidingTokensTest {

    /** The last text of class small, eight, is taken for big. */
    private static final Evaluation<String> EVALUATION =
            Evaluation.on(Answers.TEST, Answers.TRAINING).of("bkd", Answers.of("bbbbffsb"));

    /** The text itself speaks for the class, every text has a common word against it; the other class is a token. */
    private static final Reasons REASONS = (text, label, other) -> List.of(
            new Reason(text, 3),
            new Reason("the", text.equals("eight") ? -2 : -1),
            new Reason(label + " less " + other.orElse("any"), 0.25));

    @TempDir
    private Path folder;

    private String html(Report report) throws IOException {
        Path file = folder.resolve("report.html");
        report.writeHtml(file);
        return Files.readString(file);
    }

    /** Small is the tail: its texts are seven and eight, so that "the" moves -1.5 on average, and seven 3 / 2. */
    @Test
    void thePageShowsWhatDecidesInTheTail() throws IOException {
        String page = html(Report.of(EVALUATION).withReasons(REASONS));

        assertThat(page)
                .contains(
                        "<h2>What decides in the tail</h2>",
                        "Above 0 it speaks for the class, below 0 against it.",
                        "In parts of words &lt; begins a word and &gt; ends it.");
        assertThat(page.replaceAll("<[^>]*>", " ").replaceAll(" +", " "))
                .contains("small eight +1.50, seven +1.50, small less any +0.25 the -1.50 5 2");
    }

    @Test
    void thePageShowsWhatLedToAnError() throws IOException {
        assertThat(html(Report.of(EVALUATION).withReasons(REASONS)))
                .contains("because of")
                .contains(
                        "Because of: the tokens that moved it most, above 0 towards the class that it was taken for, ")
                .contains("eight +3.00, the -2.00, big less small +0.25");
    }

    @Test
    void withoutReasonsThePageIsAsItWas() throws IOException {
        assertThat(html(Report.of(EVALUATION)))
                .doesNotContain("What decides in the tail")
                .doesNotContainIgnoringCase("because of");
    }
}
