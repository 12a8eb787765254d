package io.github.bkd4j.cli;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.study.TeacherRecipe;
import picocli.CommandLine.ArgGroup;

/** Options of teacher and schedule: a mixin of every command that trains. */
final class TeachingOptions {

    @ArgGroup(validate = false, heading = "%nTeacher%n", order = 1)
    private TeacherOptions teacher = new TeacherOptions();

    @ArgGroup(validate = false, heading = "%nTraining%n", order = 4)
    private ScheduleOptions schedule = new ScheduleOptions();

    TeacherOptions teacher() {
        return teacher;
    }

    ScheduleOptions schedule() {
        return schedule;
    }

    /** Checks everything that can be checked before texts are read. */
    void check(boolean validated) {
        teacher.check();
        schedule.check(validated);
    }

    /** Reads the teacher, or returns how to train it. */
    TeacherRecipe recipe(boolean validated, Corpus<String> training) {
        return teacher.recipe(schedule, validated, training);
    }
}
