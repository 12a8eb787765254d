package io.github.bkd4j.examples;

import io.github.bkd4j.balance.ClassWeights;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.LongTail;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.distill.Distillation;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.Classifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objective;
import io.github.bkd4j.objective.Objectives;
import java.nio.file.Path;

/** The corpus, the plans and the model that the tests of the guide share. */
final class GuideTickets {

    static final Path FILE = Path.of("src", "main", "resources", "tickets.tsv");
    static final Splits<String> TICKETS =
            Corpus.read(FILE).cut(LongTail.exponential(40, 10), 1).split(0.6, 0.2, 0.2, 1);
    static final Distillation<String> PLAIN = plan(Objectives.crossEntropy());
    static final Distillation<String> BALANCED =
            plan(Objectives.balancedDistillation(Temperature.of(2), ClassWeights.effectiveNumber(0.9999)));
    static final Classifier<String> TRAINED = PLAIN.train(TICKETS);

    private GuideTickets() {}

    private static Distillation<String> plan(Objective objective) {
        return Distillation.builder(BagOfEmbeddings.small().withDimension(16))
                .objective(objective)
                .epochs(10)
                .seed(7)
                .build();
    }
}
