package io.github.bkd4j.objective;

import io.github.bkd4j.balance.Reweighting;
import io.github.bkd4j.corpus.ClassCounts;
import io.github.bkd4j.loss.HardLabelLoss;
import java.util.List;

/** An objective on the hard labels alone; it can also stand beside a distillation term. */
public interface HardLabelObjective extends Objective {

    /**
     * The loss for a training split.
     *
     * @param counts instances of each class in the training split
     * @param reweighted whether class weights act yet
     * @return a loss without a teacher
     * @throws IllegalArgumentException if a class without an instance cannot be weighted; the message names it
     */
    HardLabelLoss loss(ClassCounts counts, boolean reweighted);

    /**
     * From when on class weights act.
     *
     * @return the schedule; unless overridden from the start
     */
    default Reweighting reweighting() {
        return Reweighting.fromTheStart();
    }

    @Override
    default boolean needsTeacher() {
        return false;
    }

    @Override
    default List<Phase> phases(ClassCounts counts, int epochs) {
        int first = reweighting().firstEpoch(epochs);
        return Phases.from(epochs, epoch -> new Phase(epoch, loss(counts, epoch >= first)), first);
    }
}
