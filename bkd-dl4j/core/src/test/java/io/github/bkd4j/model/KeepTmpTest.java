package io.github.bkd4j.model;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.BiLstm;
import io.github.bkd4j.network.Head;
import io.github.bkd4j.text.TextEncoding;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeepTmpTest {
    @Test
    void keep() {
        Corpus<String> corpus = Toy.corpus(1, 20, 10, 5);
        Map<String, Architecture<String>> all = Map.of(
                "bag",
                Toy.bag(),
                "text-cnn",
                Toy.cnn(),
                "bilstm",
                new BiLstm(TextEncoding.sequence().withMinCount(1), 6, 4, 0.2, Head.LINEAR),
                "bag-cosine",
                Toy.bag().withHidden(5).withHead(Head.COSINE));
        all.forEach((name, architecture) -> {
            TextClassifier c = Trainer.train(architecture, corpus);
            c.save(Path.of("target/version-1/" + name + ".bkd"));
            for (String text : new String[] {"a1 a2 common3", "c0 c1 common1 common2", "nowhere"}) {
                System.out.println("KEEP \"" + name + ", " + text + ", "
                        + c.classify(text).label() + ", " + c.classify(text).probability() + "\",");
            }
        });
    }
}
