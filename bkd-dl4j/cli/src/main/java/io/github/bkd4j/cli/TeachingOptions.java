package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.study.TeacherRecipe;
import picocli.CommandLine.ArgGroup;

/** Who teaches, how long and how fast: a mixin of every command that trains. */
final class TeachingOptions {

    @ArgGroup(validate = false, heading = "%nTeacher%n", order = 1)
    private TeacherOptions teacher = new TeacherOptions();

    @ArgGroup(validate = false, heading = "%nHow long and how fast%n", order = 4)
    private ScheduleOptions schedule = new ScheduleOptions();

    TeacherOptions teacher() {
        return teacher;
    }

    ScheduleOptions schedule() {
        return schedule;
    }

    /** Refuses what can be known to be wrong before a text is read. */
    void check(boolean validated) {
        teacher.check();
        schedule.check(validated);
    }

    /** Reads the teacher, or says how it is trained. */
    TeacherRecipe recipe(boolean validated, Corpus<String> training) {
        return teacher.recipe(schedule, validated, training);
    }
}
