package io.github.bkd4j.cli;

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

    /** Reads the teacher, or trains it when it is asked for. */
    Teachers teachers(Trainer trainer) {
        return teacher.teachers(schedule, trainer);
    }
}
