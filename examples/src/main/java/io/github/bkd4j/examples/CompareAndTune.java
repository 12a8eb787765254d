package io.github.bkd4j.examples;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.study.CrossValidation;
import io.github.bkd4j.study.LossName;
import io.github.bkd4j.study.LossSettings;
import io.github.bkd4j.study.SearchSpace;
import io.github.bkd4j.study.Study;
import io.github.bkd4j.study.SuccessiveHalving;
import io.github.bkd4j.study.TeacherRecipe;
import io.github.bkd4j.study.Trial;
import io.github.bkd4j.study.TrialStore;
import io.github.bkd4j.study.TuningResult;
import io.github.bkd4j.train.Schedule;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A study of one student: compares losses over two seeds beside one teacher, then tunes settings by cross-validation,
 * without using the test split. Finished trials are kept in {@code target/trials}, and a second run reads them. From
 * the root:
 *
 * <pre>{@code
 * mvn -q -DskipTests -pl examples -am package
 * java -cp "examples/target/classes:$(cat examples/target/dependencies.classpath)" io.github.bkd4j.examples.CompareAndTune your.tsv
 * }</pre>
 */
public final class CompareAndTune {

    private static final long SEED = 7;
    private static final BagOfEmbeddings STUDENT = BagOfEmbeddings.small();
    private static final TeacherRecipe TEACHER = TeacherRecipe.linear();

    private CompareAndTune() {}

    /**
     * Runs the program.
     *
     * @param args path of a TSV file, label and text per line; by default 600 support tickets that come with the
     *     program
     * @throws URISyntaxException never
     */
    public static void main(String[] args) throws URISyntaxException {
        Corpus<String> tickets = Corpus.read(args.length > 0 ? Path.of(args[0]) : shipped());
        Splits<String> splits = tickets.split(0.7, 0.0, 0.3, SEED);
        Schedule schedule = Schedule.of(Integer.getInteger("epochs", 20)).withLearningRate(STUDENT.learningRate());
        Study study = Study.of(splits, SEED, TEACHER).withStore(TrialStore.in(Path.of("target", "trials")));

        Trial ce = trial(LossName.CE, schedule);
        List<Trial> trials = List.of(ce, ce.adjusted(1), trial(LossName.KD, schedule), trial(LossName.BKD, schedule));
        Report report = Report.of(study.compare(trials, 2).evaluation());
        System.out.println(report.table() + "\n\n" + report.against("bkd", List.of("ce", "kd")) + "\n");

        CrossValidation folds = CrossValidation.ofFolds(splits.train(), 3, SEED);
        TuningResult tuned = new SuccessiveHalving(6, OptionalDouble.empty())
                .tune(study, folds, new SearchSpace(TEACHER, STUDENT, schedule), SEED)
                .orElseThrow();
        System.out.println(tuned.table(6) + "\n\n" + tuned.sentence());
    }

    private static Trial trial(LossName loss, Schedule schedule) {
        return loss.trial(LossSettings.usual(), TEACHER, STUDENT, schedule);
    }

    private static Path shipped() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(CompareAndTune.class.getResource("/tickets.tsv"))
                .toURI());
    }
}
