package io.github.bkd4j.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.drift.Drift;
import io.github.bkd4j.model.TextClassifier;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private static final TextClassifier CAREFUL = TestModel.careful();

    private static void ask(Traffic traffic, int times, String text) {
        List<String> texts = Collections.nCopies(times, text);
        double[] unknown = texts.stream()
                .mapToDouble(CAREFUL.model().encoder()::unknownShare)
                .toArray();
        traffic.add(CAREFUL.predict(texts), unknown);
    }

    @Test
    void itIsTheDriftOfTheLatestTexts() {
        Traffic traffic = new Traffic(new ModelClassifier.OneClass(CAREFUL));
        ask(traffic, 500, "parcel late");
        ask(traffic, Traffic.KEPT, "smoke");

        Drift drift = traffic.drift().orElseThrow();
        assertThat(drift).isEqualTo(CAREFUL.drift(Collections.nCopies(Traffic.KEPT, "smoke")));
    }

    @Test
    void itIsMeasuredAnewWhereATenthOfTheTextsIsNew() {
        Traffic traffic = new Traffic(new ModelClassifier.OneClass(CAREFUL));
        ask(traffic, Traffic.KEPT, "smoke");
        Drift before = traffic.drift().orElseThrow();
        ask(traffic, 100, "parcel");
        assertThat(traffic.drift().orElseThrow()).isSameAs(before);
        ask(traffic, 1, "parcel");
        assertThat(traffic.drift().orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void withoutAProfileOrATextThereIsNone() {
        Traffic without = new Traffic(new ModelClassifier.OneClass(TestModel.plain()));
        ask(without, 1, "parcel");
        assertThat(without.drift()).isEmpty();
        assertThat(new Traffic(new ModelClassifier.OneClass(CAREFUL)).drift()).isEmpty();
    }
}
