package io.github.bkd4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

    private static List<String> words(String text) {
        return Tokenizer.standard().words().apply(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "It's 5 o'clock|it s 5 o clock",
                "snake_case, kebab-case|snake_case kebab case",
                "Straße ÄRGER|straße ärger",
                "caf\u00e9 cafe\u0301|caf\u00e9 cafe\u0301",
                "ΣΊΣΥΦΟΣ|σίσυφος",
                "İstanbul|i\u0307stanbul",
                "مرحبا، بالعالم|مرحبا بالعالم",
                "\u202eשלום\u202c עולם|שלום עולם",
                "हिन्दी में|हिन्दी में",
                "東京 タワー|東京 タワー",
                "late 🤬👩‍👩‍👧‍👦 again|late again",
                "no\u00a0break\u2003wide|no break wide",
                "𝔘nicode ٣|𝔘nicode ٣",
            })
    void runsOfLettersMarksDigitsAndUnderscoresAreWords(String text, String words) {
        assertThat(words(text)).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n", "...", "🤬👩‍👩‍👧‍👦", "\u202e\u202c", "\ud83e"})
    void aTextMayHaveNoWords(String text) {
        assertThat(words(text)).isEmpty();
    }

    @Test
    void theNameIsTheTokenizer() {
        Tokenizer lines = new Tokenizer("lines", text -> text.lines().toList());

        assertThat(lines)
                .hasToString("lines")
                .isNotEqualTo(Tokenizer.standard())
                .isNotEqualTo("lines");
        assertThat(new Tokenizer("words", List::of))
                .isEqualTo(Tokenizer.standard())
                .hasSameHashCodeAs(Tokenizer.standard());
    }

    @Test
    void aBlankNameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tokenizer(" ", List::of))
                .withMessage("tokenizer name must not be blank but was \" \"");
    }
}
