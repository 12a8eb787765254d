package io.github.bkd4j.balance;

import java.util.List;

/** How classes are divided into groups: each class with a training instance is in one group of each partition. */
public enum Partition {
    /** By the number of training instances. */
    SHOTS,
    /** By rank, into three parts of equally many classes. */
    THIRDS;

    /**
     * The groups of this partition.
     *
     * @return the group of the largest classes first
     */
    public List<Group> groups() {
        return switch (this) {
            case SHOTS -> List.of(Group.MANY, Group.MEDIUM, Group.FEW);
            case THIRDS -> List.of(Group.HEAD, Group.MIDDLE, Group.TAIL);
        };
    }
}
