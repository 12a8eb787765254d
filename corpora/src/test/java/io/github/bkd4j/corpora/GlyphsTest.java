package io.github.bkd4j.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.LongTail;
import io.github.bkd4j.image.Image;
import org.junit.jupiter.api.Test;

class GlyphsTest {

    @Test
    void twentyClassesOfTheAskedSize() {
        Corpus<Image> glyphs = Glyphs.draw(5, 1);
        assertThat(glyphs.labels()).hasSize(20).startsWith("0", "1").endsWith("X", "Z");
        assertThat(glyphs.counts().counts()).containsOnly(5L);
        assertThat(glyphs.instances()).allMatch(image -> image.toString().equals("[1, 20, 20]"));
        assertThat(glyphs.cut(LongTail.exponential(5), 1).counts().imbalanceFactor())
                .isEqualTo(5);
    }

    @Test
    void theSeedDrawsThem() {
        assertThat(Glyphs.draw(2, 1)).isEqualTo(Glyphs.draw(2, 1)).isNotEqualTo(Glyphs.draw(2, 2));
        assertThat(Glyphs.draw(2, 1).instances()).doesNotHaveDuplicates();
    }

    /** On average there is ink in the middle of an X and none in the middle of a 0. */
    @Test
    void inkLiesWhereTheLinesAre() {
        Corpus<Image> glyphs = Glyphs.draw(60, 3);
        assertThat(middle(glyphs, "X")).isGreaterThan(1.5 * middle(glyphs, "0"));
    }

    private static double middle(Corpus<Image> glyphs, String label) {
        double sum = 0;
        for (int row = 0; row < glyphs.size(); row++) {
            if (glyphs.labels().get(glyphs.classOf(row)).equals(label)) {
                sum += glyphs.instances().get(row).at(0, 10, 10);
            }
        }
        return sum;
    }

    @Test
    void noImageIsNoCorpus() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Glyphs.draw(0, 1))
                .withMessage("images of a class must be >= 1 but were 0");
    }
}
