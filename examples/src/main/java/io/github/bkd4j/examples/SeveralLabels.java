package io.github.bkd4j.examples;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.MultiLabelCorpus;
import io.github.bkd4j.corpus.MultiLabelSplits;
import io.github.bkd4j.corpus.MultiLabeled;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.report.MultiLabelReport;
import io.github.bkd4j.study.LossSettings;
import io.github.bkd4j.study.MultiLabelLoss;
import io.github.bkd4j.study.MultiLabelStudy;
import io.github.bkd4j.study.MultiLabelTeacher;
import io.github.bkd4j.study.MultiLabelTrial;
import io.github.bkd4j.study.ThresholdRule;
import io.github.bkd4j.train.Schedule;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Mails with several concerns each: compares binary cross-entropy with balanced distillation, and answers with a set of
 * labels. From the root:
 *
 * <pre>{@code
 * mvn -q -DskipTests -pl examples -am package
 * java -cp "examples/target/classes:$(cat examples/target/dependencies.classpath)" io.github.bkd4j.examples.SeveralLabels your.jsonl
 * }</pre>
 */
public final class SeveralLabels {

    private static final long SEED = 7;
    private static final BagOfEmbeddings STUDENT = BagOfEmbeddings.small();

    private SeveralLabels() {}

    /**
     * Runs the program.
     *
     * @param args path of a JSON Lines file with arrays {@code labels}; by default mails of two support tickets each
     * @throws URISyntaxException never
     */
    public static void main(String[] args) throws URISyntaxException {
        MultiLabelCorpus<String> mails = args.length > 0 ? MultiLabelCorpus.read(Path.of(args[0])) : shipped();
        MultiLabelSplits<String> splits = mails.split(0.7, 0.0, 0.3, SEED);
        Schedule schedule = Schedule.of(Integer.getInteger("epochs", 20)).withLearningRate(STUDENT.learningRate());
        MultiLabelTeacher teacher = MultiLabelTeacher.network("bag", STUDENT.withDimension(256), schedule);
        MultiLabelStudy study = MultiLabelStudy.of(splits, SEED, teacher);

        LossSettings usual = LossSettings.usual();
        MultiLabelTrial bkd = MultiLabelLoss.BKD.trial(usual, STUDENT, schedule);
        List<MultiLabelTrial> trials = List.of(MultiLabelLoss.CE.trial(usual, STUDENT, schedule), bkd);
        MultiLabelReport report = MultiLabelReport.of(study.compare(trials, 2, ThresholdRule.ONE));
        System.out.println(report.table() + "\n\n" + report.against("bkd", List.of("ce")) + "\n");

        MultiLabelClassifier student =
                study.student(bkd, SEED, null).withThresholds(study.thresholds(bkd, ThresholdRule.ONE));
        String mail = splits.test().instances().get(0);
        System.out.println(student.classify(mail).labels() + " " + mail);
    }

    private static MultiLabelCorpus<String> shipped() throws URISyntaxException {
        Corpus<String> tickets =
                Corpus.read(Path.of(Objects.requireNonNull(SeveralLabels.class.getResource("/tickets.tsv"))
                        .toURI()));
        return MultiLabelCorpus.of(IntStream.range(0, tickets.size() / 2)
                .mapToObj(i -> List.of(i, tickets.size() - 1 - i))
                .map(two -> new MultiLabeled<>(
                        tickets.instances().get(two.get(0)) + " "
                                + tickets.instances().get(two.get(1)),
                        two.stream()
                                .map(row -> tickets.labels().get(tickets.classOf(row)))
                                .distinct()
                                .toList()))
                .toList());
    }
}
