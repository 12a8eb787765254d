package io.github.bkd4j.cli;

import io.github.bkd4j.io.Fingerprint;
import io.github.bkd4j.loss.Temperature;
import io.github.bkd4j.model.MultiLabelClassifier;
import io.github.bkd4j.model.TextClassifier;
import io.github.bkd4j.study.MultiLabelTeacher;
import io.github.bkd4j.study.TeacherRecipe;
import io.github.bkd4j.teacher.LogitsFile;
import io.github.bkd4j.teacher.Teacher;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A teacher that is read from a file, not trained in this run.
 *
 * @param name the value of its option, such as model:FILE.bkd
 * @param softenedAt the temperature of the softmax that probabilities come from
 */
record GivenTeacher(String name, double softenedAt) {

    private static final String MODEL = "model:";
    private static final String LOGITS = "logits:";

    /** What the name of a given teacher begins with; empty for one that is trained. */
    static Optional<String> kind(String name) {
        return Stream.of(MODEL, LOGITS, "probabilities:")
                .filter(name::startsWith)
                .findFirst();
    }

    /** Refuses a teacher whose file is not named. */
    void check() {
        if (kind(name).filter(name::equals).isPresent()) {
            throw new InputException("--teacher", "must have a file behind '" + name + "' but had none");
        }
    }

    /** Refuses a teacher that has logits of the training texts only. */
    void requireAnswersAll(String option) {
        if (!isModel()) {
            throw new InputException(option + " must come with a teacher that can predict any text, but " + LOGITS
                    + file().getFileName() + " has only the training texts");
        }
    }

    private boolean isModel() {
        return name.startsWith(MODEL);
    }

    private Path file() {
        return Path.of(name.substring(name.indexOf(':') + 1));
    }

    TeacherRecipe recipe() {
        if (isModel()) {
            return TeacherRecipe.given(Teacher.of("model", TextClassifier.load(file())), model());
        }
        LogitsFile<String> table = LogitsFile.ofTexts(file());
        return name.startsWith(LOGITS)
                ? TeacherRecipe.given(table.asLogits(), content(table))
                : TeacherRecipe.given(table.asProbabilities(Temperature.of(softenedAt)), softened(table));
    }

    /** The same for texts with sets of labels. */
    MultiLabelTeacher labelSets() {
        if (isModel()) {
            return MultiLabelTeacher.given("model", model(), MultiLabelClassifier.load(file()));
        }
        LogitsFile<String> table = LogitsFile.ofTexts(file());
        return name.startsWith(LOGITS)
                ? MultiLabelTeacher.ofTraining(name, content(table), table::about)
                : MultiLabelTeacher.ofTraining(
                        name,
                        softened(table),
                        training -> table.probabilitiesAbout(training, Temperature.of(softenedAt)));
    }

    private Fingerprint model() {
        return Fingerprint.of().withFile("model", file());
    }

    private Fingerprint content(LogitsFile<String> table) {
        return Fingerprint.of().withFile("table", file()).withFile("labels", table.labels());
    }

    private Fingerprint softened(LogitsFile<String> table) {
        return content(table).with("softened at", softenedAt);
    }
}
