package io.github.bkd4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.evaluate.Evaluation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelCardTest {

    private static final Evaluation<String> EVALUATION = Evaluation.on(Answers.TEST, Answers.TRAINING)
            .of("teacher", Answers.of("bbbbffss"))
            .of("student", 1, Answers.of("bbbbffsb"), 2, 3);

    private static ModelCard card(String name, Map<String, String> provenance) {
        return new ModelCard(name, EVALUATION, "student", new TreeMap<>(provenance));
    }

    @Test
    void aCardSaysWhatAModelIsWorthAndWhereItComesFrom() {
        assertThat(card("tickets.bkd", Map.of("seed", "1", "teacher", "bag")).markdown())
                .startsWith("# tickets.bkd\n\nA classifier of texts into 3 classes, made by bkd")
                .contains("\n\n## Intended use\n\n")
                .contains("Trained on 255 texts of 3 classes, imbalance factor 40.0; classes of more than 100 texts: "
                        + "1, of 20 to 100: 1, of fewer: 1. Scored on 8 other texts.")
                .contains("| balanced accuracy |   0.833 | 0.450 to 0.968 |")
                .doesNotContain("train s")
                .contains("| teacher |", "Warnings: intervals of accuracy")
                .contains("""
                        | class | training texts | test texts | precision | recall |    F1 |
                        | ----- | -------------: | ---------: | --------: | -----: | ----: |
                        | big   |            200 |          4 |     0.800 |  1.000 | 0.889 |
                        | fair  |             50 |          2 |     1.000 |  1.000 | 1.000 |
                        | small |              5 |          2 |     1.000 |  0.500 | 0.667 |

                        ## Confusions

                        | class | taken for | test texts |
                        | ----- | --------: | ---------: |
                        | small |       big |          1 |
                        """)
                .endsWith("""
                        ## Provenance

                        - seed: 1
                        - teacher: bag
                        """);
    }

    @Test
    void aClassWithoutATestTextIsListed() {
        ClassCounts training = new ClassCounts(List.of("big", "fair", "lost", "small"), List.of(200L, 50L, 30L, 5L));
        Evaluation<String> evaluation = Evaluation.on(Answers.TEST, training).of("student", Answers.of("bbbbffss"));

        assertThat(new ModelCard("m", evaluation, "student", new TreeMap<>()).markdown())
                .contains("| lost  |             30 |          - |         - |      - |     - |");
    }

    @Test
    void nothingInItIsATagALinkOrALineOfItsOwn() {
        assertThat(card("<script>a\n# b</script> ![x](http://y)", Map.of("a|b", "c\0d"))
                        .markdown())
                .startsWith("# &lt;script>a # b&lt;/script> !\\[x](http://y)\n")
                .endsWith("\n- a|b: c\ufffdd\n");
    }

    @Test
    void aModelThatWasNotScoredHasNoCard() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelCard("m", EVALUATION, "other", new TreeMap<>()))
                .withMessage("system must be one of [teacher, student] but was other");
    }
}
