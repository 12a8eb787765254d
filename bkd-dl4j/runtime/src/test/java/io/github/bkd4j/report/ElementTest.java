package io.github.bkd4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementTest {

    @Test
    void textAndAttributesAreEscaped() {
        Element element = Element.of("p", "a\"b'c").text("<script>alert('&')</script>");

        assertThat(element)
                .hasToString("<p class=\"a&quot;b&#39;c\">&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>");
    }

    @Test
    void elementsStandInEachOther() {
        assertThat(Element.of("ul")
                        .add(Element.of("li").text("one"), Element.of("li"))
                        .add(List.of(Element.of("meta"))))
                .hasToString("<ul><li>one</li><li></li><meta></ul>");
    }

    @Test
    void wordsAreIsolatedAndMayBreakAfterUnderscores() {
        assertThat(Element.of("td").words("card_lost")).hasToString("<td><bdi>card_<wbr>lost<wbr></bdi></td>");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0.5, 0.50", "1234.567, 1234.57", "-0.001, -0.00"})
    void numbersHaveAPointAndNoMoreThanTwoDigits(double value, String written) {
        assertThat(Element.number(value)).isEqualTo(written.replace("-0.00", "-0"));
    }

    @Test
    void whatNoPageMayHoldIsReplaced() {
        assertThat(Words.clean("a\0b\u001bc\ud800d\uffffe\u007f")).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\ufffd");
        assertThat(Words.clean("tab\tline\n\u05e9\u05dc\u05d5\u05dd \ud83d\ude00"))
                .isEqualTo("tab\tline\n\u05e9\u05dc\u05d5\u05dd \ud83d\ude00");
    }

    @Test
    void wordsCannotTurnWhatFollows() {
        assertThat(Words.clean("a\u202eb\u2066c\u200f\u05e9")).isEqualTo("abc\u200f\u05e9");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        assertThat(Words.cut("four", 4)).isEqualTo("four");
        assertThat(Words.cut("fours", 4)).isEqualTo("fou…");
        assertThat(Words.cut("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 2)).isEqualTo("\ud83d\ude00…");
    }
}
