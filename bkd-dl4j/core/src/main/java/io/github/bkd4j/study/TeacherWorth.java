package io.github.bkd4j.study;

/**
 * How good a teacher is, beside a student that learns from the labels alone: balanced accuracy on training texts that
 * were left out of the training of both.
 *
 * @param teacher in [0, 1]
 * @param student in [0, 1]
 */
public record TeacherWorth(double teacher, double student) {

    /**
     * Whether more texts that the teacher labels can be expected to help the student.
     *
     * @return whether the teacher is better than the student
     */
    public boolean isBetter() {
        return teacher > student;
    }
}
