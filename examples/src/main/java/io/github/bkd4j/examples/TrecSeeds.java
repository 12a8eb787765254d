package io.github.bkd4j.examples;

import io.github.bkd4j.corpora.TrecQuestions;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.report.Report;
import io.github.bkd4j.study.LossName;
import io.github.bkd4j.study.LossSettings;
import io.github.bkd4j.study.Study;
import io.github.bkd4j.study.TeacherRecipe;
import io.github.bkd4j.study.Trial;
import io.github.bkd4j.train.Schedule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The TREC questions, long-tailed by themselves; in many classes only one to three of the 500 test questions: what four
 * losses reach over three seeds, and how little of it is beyond chance. For build and run commands see {@link OwnTsv};
 * the argument is the folder of {@code train_5500.label} and {@code TREC_10.label}.
 */
public final class TrecSeeds {

    private static final BagOfEmbeddings STUDENT = BagOfEmbeddings.subwords();

    private TrecSeeds() {}

    /**
     * Runs the program.
     *
     * @param args the folder
     */
    public static void main(String[] args) {
        Splits<String> questions = TrecQuestions.read(Path.of(args[0]));
        TeacherRecipe teacher = TeacherRecipe.linear();
        Schedule schedule = Schedule.of(Integer.getInteger("epochs", 20)).withLearningRate(STUDENT.learningRate());
        List<Trial> trials = Stream.of(LossName.CE, LossName.LOGIT_ADJUSTED, LossName.KD, LossName.BKD)
                .map(loss -> loss.trial(LossSettings.usual(), teacher, STUDENT, schedule))
                .toList();

        Study study = Study.of(questions, 1, teacher);
        Report report =
                Report.of(study.compare(trials, Integer.getInteger("seeds", 3)).evaluation());
        System.out.println(report.table());
        System.out.println(report.against("bkd", List.of("ce", "logit-adjusted", "kd")));
    }
}
