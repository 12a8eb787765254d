package io.github.bkd4j.balance;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which classes are many-, medium- and few-shot, and which are head, middle and tail. The shots are those of Liu et
 * al., Large-Scale Long-Tailed Recognition in an Open World, CVPR 2019: more than 100 training instances, 20 to 100,
 * fewer than 20. The thirds divide the classes, ranked by size, into three parts; none is empty if there are at least
 * three classes. A class without a training instance is in no group. Immutable.
 */
public final class ShotGroups {

    private static final int MORE_THAN_MEDIUM = 100;
    private static final int FEWER_THAN_MEDIUM = 20;

    private final Map<Group, List<Integer>> classes;

    private ShotGroups(Map<Group, List<Integer>> classes) {
        this.classes = classes;
    }

    /**
     * Groups the classes of a training set.
     *
     * @param counts training instances of each class
     * @return the groups
     */
    public static ShotGroups of(ClassCounts counts) {
        int[] ranked = ranked(counts);
        Map<Group, List<Integer>> classes = new EnumMap<>(Group.class);
        for (int rank = 0; rank < ranked.length; rank++) {
            int c = ranked[rank];
            for (Group group : List.of(shot(counts.count(c)), third(rank, ranked.length))) {
                classes.computeIfAbsent(group, none -> new ArrayList<>()).add(c);
            }
        }
        return new ShotGroups(classes);
    }

    private static int[] ranked(ClassCounts counts) {
        return IntStream.range(0, counts.classes())
                .filter(c -> counts.count(c) > 0)
                .boxed()
                .sorted(comparingLong((Integer c) -> -counts.count(c))
                        .thenComparing(comparing(c -> counts.labels().get(c))))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Group third(int rank, int classes) {
        return Partition.THIRDS.groups().get((int) (3L * rank / classes));
    }

    private static Group shot(long count) {
        if (count > MORE_THAN_MEDIUM) {
            return Group.MANY;
        }
        return count < FEWER_THAN_MEDIUM ? Group.FEW : Group.MEDIUM;
    }

    /**
     * The classes of a group.
     *
     * @param group one of the shots or thirds
     * @return positions in the labels of the counts, the largest class first, equals by name; may be empty
     */
    public List<Integer> classes(Group group) {
        return List.copyOf(classes.getOrDefault(group, List.of()));
    }
}
