package io.github.bkd4j.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerWordsTest {

    private static List<String> words(String vocabulary) throws JsonProcessingException {
        return TokenizerWords.of(new ObjectMapper().readTree("{\"model\": {\"vocab\": " + vocabulary + "}}"));
    }

    @Test
    void wordPieceMarksWhatGoesOnWithAWord() throws JsonProcessingException {
        assertThat(
                        words(
                                "{\"[CLS]\": 0, \"parcel\": 1, \"##ing\": 2, \"a\": 3, \"1st\": 4, \"Äpfel\": 5, \"äpfel\": 6}"))
                .containsExactly("parcel", "äpfel");
    }

    @Test
    void othersMarkWhatBeginsOne() throws JsonProcessingException {
        assertThat(words("{\"\u0120parcel\": 0, \"ing\": 1, \"\u0120a\": 2}")).containsExactly("parcel");
        assertThat(words("[[\"\u2581parcel\", -3.5], [\"ing\", -4], [\"<unk>\", 0]]"))
                .containsExactly("parcel");
    }

    @Test
    void aTokenizerWithoutAVocabularyHasNone() throws JsonProcessingException {
        assertThat(TokenizerWords.of(new ObjectMapper().readTree("{}"))).isEmpty();
    }
}
