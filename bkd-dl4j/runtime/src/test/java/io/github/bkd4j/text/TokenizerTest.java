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

    private static List<String> runsOfLetters(String text) {
        return Tokenizer.runsOfLetters().words().apply(text);
    }

    /** Where a script has blanks between its words, both tokenizers find the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "It's 5 o'clock|it s 5 o clock",
                "snake_case, kebab-case|snake_case kebab case",
                "£5 + 3€ = 8¢ ©®™ №1 ½|5 3 8 1 ½",
                "Straße ÄRGER|straße ärger",
                "caf\u00e9 cafe\u0301|caf\u00e9 cafe\u0301",
                "ΣΊΣΥΦΟΣ|σίσυφος",
                "İstanbul|i\u0307stanbul",
                "Привет, мир|привет мир",
                "مرحبا، بالعالم|مرحبا بالعالم",
                "\u202eשלום\u202c עולם|שלום עולם",
                "हिन्दी में|हिन्दी में",
                "한국어 문장|한국어 문장",
                "አማርኛ፡ቃል|አማርኛ ቃል",
                "no\u00a0break\u2003wide|no break wide",
                "𝔘nicode ٣|𝔘nicode ٣",
            })
    void runsOfLettersMarksDigitsAndUnderscoresAreWords(String text, String words) {
        assertThat(words(text)).containsExactly(words.split(" "));
        assertThat(runsOfLetters(text)).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "東京 タワー|東 京 タ ワ ー",
                "我的包裹3天没到。|我 的 包 裹 3 天 没 到",
                "iPhoneが壊れた|iphone が 壊 れ た",
                "\u304b\u3099き|\u304b\u3099 き", // ga, with its mark apart
                "ﾊﾟｿｺﾝ|ﾊ ﾟ ｿ ｺ ﾝ",
                "ที่นี่|ที่ นี่",
                "ພາສາລາວ|ພ າ ສ າ ລ າ ວ",
                "ខ្មែរ|ខ្ មែ រ",
                "မြန်မာ|မြ န် မာ",
                "𠮷野家|𠮷 野 家",
                "2,000円|2 000 円",
            })
    void inScriptsWithoutBlanksEachCharacterWithItsMarksIsAWord(String text, String words) {
        assertThat(words(text)).containsExactly(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "late 🤬👩‍👩‍👧‍👦 again|late 🤬 👩‍👩‍👧‍👦 again",
                "😀😍|😀 😍",
                "I\u2764\ufe0fyou \u2764|i \u2764 you \u2764", // in colour or not: the same
                "👍🏽👍|👍🏽 👍",
                "🇫🇷🇩🇪|🇫🇷 🇩🇪",
                "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f|🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
                "1\ufe0f\u20e3|1\u20e3",
                "\ud83e\udee0|\ud83e\udee0", // younger than Java 17
                "★☆♥|★ ☆ ♥",
            })
    void anEmojiOrAnotherPictographIsAWord(String text, String words) {
        assertThat(words(text)).containsExactly(words.split(" "));
    }

    @Test
    void modelsOfVersionOneSawRunsOfLettersAlone() {
        assertThat(runsOfLetters("東京 タワー 🤬 ที่นี่")).containsExactly("東京", "タワー", "ที่นี่");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n", "...", "$ + < ^ `", "\u202e\u202c", "\ud83e", "\ufe0f\u200d", "。、？"})
    void aTextMayHaveNoWords(String text) {
        assertThat(words(text)).isEmpty();
    }

    @Test
    void aWordOfAMillionLettersIsOne() {
        assertThat(words("x".repeat(1_000_000))).hasSize(1);
        assertThat(words("字".repeat(1_000_000))).hasSize(1_000_000);
        assertThat(words("👩\u200d".repeat(100_000) + "👩")).hasSize(1);
    }

    @Test
    void oursAreKnownByTheirNames() {
        assertThat(Tokenizer.named("unicode-words")).hasValue(Tokenizer.standard());
        assertThat(Tokenizer.named("words")).hasValue(Tokenizer.runsOfLetters());
        assertThat(Tokenizer.named("spaces")).isEmpty();
    }

    @Test
    void theNameIsTheTokenizer() {
        Tokenizer lines = new Tokenizer("lines", text -> text.lines().toList());

        assertThat(lines)
                .hasToString("lines")
                .isNotEqualTo(Tokenizer.standard())
                .isNotEqualTo("lines");
        assertThat(new Tokenizer("unicode-words", List::of))
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
