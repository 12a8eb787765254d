package io.github.bkd4j.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.objective.Objectives;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossFittedTest extends CorpusLogitsContract {

    private static final int FOLDS = 3;
    private static final Corpus<String> OTHER = Toy.corpus(9, 4, 3, 2, 2);
    private static final Splits<String> SPLITS = Splits.of(CORPUS, OTHER, OTHER);

    /** What the trainer was given, fold by fold. */
    private final List<Splits<String>> given = new ArrayList<>();

    @Override
    CrossFitted<String> known() {
        given.clear();
        return CrossFitted.of("stubs", FOLDS, 7, this::train, SPLITS);
    }

    /** Knows every text that it learnt: 100 for its class, and the number of the fold for all others. */
    private Predictor<String> train(Splits<String> splits) {
        int fold = given.size();
        given.add(splits);
        Corpus<String> learnt = splits.train();
        return texts -> {
            float[][] rows = new float[texts.size()][learnt.labels().size()];
            for (int i = 0; i < rows.length; i++) {
                Arrays.fill(rows[i], fold);
                int known = learnt.instances().indexOf(texts.get(i));
                if (known >= 0) {
                    rows[i][learnt.classOf(known)] = 100;
                }
            }
            return new Logits(learnt.labels(), rows);
        };
    }

    @Test
    void nobodySpeaksOfWhatHeLearnt() {
        Logits logits = known().about(CORPUS);

        assertThat(given).hasSize(FOLDS);
        for (int i = 0; i < CORPUS.size(); i++) {
            if (logits.speaks(i)) {
                int fold = Math.round(logits.row(i)[0]);
                assertThat(given.get(fold).train().instances())
                        .doesNotContain(CORPUS.instances().get(i));
                assertThat(logits.row(i)).doesNotContain(100);
            }
        }
    }

    @Test
    void theFoldsLearnEverythingButTheirOwnInOrder() {
        known().about(CORPUS);

        for (Splits<String> splits : given) {
            assertThat(splits.train().size()).isEqualTo(12);
            assertThat(CORPUS.instances()).containsSubsequence(splits.train().instances());
            assertThat(splits.validation()).isEqualTo(OTHER);
            assertThat(splits.test().size()).isZero();
            assertThat(splits.train().counts().counts()).doesNotContain(0L);
        }
    }

    @Test
    void whereAllOfAClassIsUnseenTheTeacherIsSilent() {
        Logits logits = known().about(CORPUS);
        int only = CORPUS.labels().indexOf("d");

        for (int i = 0; i < CORPUS.size(); i++) {
            assertThat(logits.speaks(i)).isEqualTo(CORPUS.classOf(i) != only);
        }
    }

    @Test
    void aClassThatAFoldLacksLiesFarBelowTheOthers() {
        Logits logits = known().about(CORPUS);
        int lacking = IntStream.range(0, FOLDS)
                .filter(fold -> !given.get(fold).train().labels().contains("d"))
                .findFirst()
                .orElseThrow();

        List<float[]> rows = IntStream.range(0, CORPUS.size())
                .filter(logits::speaks)
                .mapToObj(logits::row)
                .filter(row -> row[0] == lacking)
                .toList();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsExactly(lacking, lacking, lacking, lacking - 20f));
    }

    @Test
    void otherTextsAreAnsweredByAllFoldsTogether() {
        CrossFitted<String> known = known();
        known.about(CORPUS);
        Teacher<String> mean = known.mean();
        List<String> learntByTwo = CORPUS.instances().subList(0, 1);
        int c = CORPUS.classOf(0);

        Logits logits = mean.predict(learntByTwo);

        assertThat(mean.name()).isEqualTo("stubs");
        assertThat(logits.labels()).isEqualTo(CORPUS.labels());
        assertThat(logits.probabilities(0)[c]).isBetween(2 / 3.0, 1.0).isLessThan(1 - 1e-3);
        assertThat(mean.predict(OTHER.instances()).size()).isEqualTo(OTHER.size());
        assertThat(given).hasSize(FOLDS);
    }

    @Test
    void nobodyIsTrainedBeforeHeIsAsked() {
        known().mean();

        assertThat(given).isEmpty();
    }

    @Test
    void plansAreTrainersEvenWhereTheyNeedEveryClassCount() {
        Distillation<String> plan = Distillation.builder(Toy.bag())
                .objective(Objectives.logitAdjusted(1))
                .epochs(2)
                .seed(7)
                .build();

        Logits logits = CrossFitted.of("bags", FOLDS, 7, plan::train, SPLITS).about(CORPUS);

        assertThat(logits.labels()).isEqualTo(CORPUS.labels());
        assertThat(IntStream.range(0, CORPUS.size()).filter(logits::speaks).count())
                .isEqualTo(CORPUS.size() - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 19})
    void foldsOutOfRangeAreRefused(int folds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossFitted.of("odd", folds, 7, this::train, SPLITS))
                .withMessage("folds must be >= 2 and at most the training instances, 18, but were " + folds);
    }

    @Test
    void aTrainerWithLabelsOfItsOwnIsRefused() {
        CrossFitted<String> odd = CrossFitted.of(
                "odd", 2, 7, splits -> texts -> new Logits(List.of("z"), new float[texts.size()][1]), SPLITS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> odd.about(CORPUS))
                .withMessage("a fold's teacher must know only labels of the training split but knew 'z'");
    }
}
