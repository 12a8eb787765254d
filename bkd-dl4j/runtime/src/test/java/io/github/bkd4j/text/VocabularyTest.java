package io.github.bkd4j.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final TextEncoding WORDS =
            TextEncoding.bagOfNgrams().withNgrams(1).withMinCount(1);

    @Test
    void theMostFrequentTokensComeFirstAndEqualOnesInOrderOfTheToken() {
        Vocabulary vocabulary = Vocabulary.fit(WORDS, List.of("late parcel", "late zebra apple", "late parcel"));

        assertThat(vocabulary.tokens()).containsExactly("late", "parcel", "apple", "zebra");
        assertThat(vocabulary.documentCounts()).containsExactly(3, 2, 1, 1);
        assertThat(vocabulary.documents()).isEqualTo(3);
    }

    @Test
    void idsStartAtOneAndZeroIsEveryOtherToken() {
        Vocabulary vocabulary = Vocabulary.fit(WORDS, List.of("late parcel", "late"));

        assertThat(vocabulary.id("late")).isEqualTo(1);
        assertThat(vocabulary.id("parcel")).isEqualTo(2);
        assertThat(vocabulary.id("zebra")).isEqualTo(Vocabulary.UNKNOWN).isZero();
        assertThat(vocabulary.size()).isEqualTo(3);
    }

    @Test
    void minCountCountsTextsNotOccurrences() {
        Vocabulary vocabulary =
                Vocabulary.fit(WORDS.withMinCount(2), List.of("late late late", "parcel", "parcel zebra zebra"));

        assertThat(vocabulary.tokens()).containsExactly("parcel");
        assertThat(vocabulary.documentCounts()).containsExactly(2);
    }

    @Test
    void noMoreTokensThanAllowed() {
        Vocabulary vocabulary = Vocabulary.fit(WORDS.withMaxVocabulary(2), List.of("c b a", "c b", "c"));

        assertThat(vocabulary.tokens()).containsExactly("c", "b");
    }

    @Test
    void wordsBehindTheLimitAreNotLearnt() {
        Vocabulary vocabulary = Vocabulary.fit(WORDS.withNgrams(2).withMaxWords(2), List.of("a b c"));

        assertThat(vocabulary.tokens()).containsExactly("a", "a b", "b");
    }

    @Test
    void trainingTextsWithoutAWordGiveNone() {
        assertThat(Vocabulary.fit(WORDS, List.of("", "...")).size()).isEqualTo(1);
    }

    @Test
    void listsOfDifferentLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vocabulary(List.of("late"), List.of(1, 2), 3))
                .withMessage("document counts must have one entry a token, 1, but had 2");
    }

    @Test
    void aTokenThatComesTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vocabulary(List.of("late", "parcel", "late"), List.of(1, 1, 1), 3))
                .withMessage("tokens must be distinct but 'late' came twice");
    }

    @Test
    void countsOutsideTheirRangeAreRefused() {
        for (int count : new int[] {-1, 4}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Vocabulary(List.of("late"), List.of(count), 3))
                    .withMessage("document count of 'late' must be 0 to 3 but was " + count);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vocabulary(List.of(), List.of(), 0))
                .withMessage("documents must be >= 1 but was 0");
    }

    @Test
    void theWordsOfALexiconComeBehindThoseOfTheTextsEachOnce() {
        Vocabulary vocabulary = Vocabulary.fit(WORDS, List.of("late parcel")).with(List.of("zebra", "parcel", "apple"));

        assertThat(vocabulary.tokens()).containsExactly("late", "parcel", "zebra", "apple");
        assertThat(vocabulary.documentCounts()).containsExactly(1, 1, 0, 0);
        assertThat(vocabulary.idf(vocabulary.id("zebra"))).isEqualTo(Math.log(2.0 / 1) + 1);
    }

    @Test
    void partsOfWordsAreNoWords() {
        Vocabulary vocabulary = Vocabulary.fit(WORDS.withNgrams(2).withCharacters(3), List.of("my fee"));

        assertThat(vocabulary.words()).containsExactlyInAnyOrder("my", "fee", "my fee");
        assertThat(vocabulary.isCharacters(vocabulary.id(" <my"))).isTrue();
        assertThat(vocabulary.isCharacters(vocabulary.id("my fee"))).isFalse();
        assertThat(vocabulary.isCharacters(Vocabulary.UNKNOWN)).isFalse();
    }
}
