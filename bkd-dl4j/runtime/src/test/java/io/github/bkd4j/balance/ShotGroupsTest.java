package io.github.bkd4j.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.corpus.ClassCounts;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShotGroupsTest {

    @Test
    void shotsAreCutAboveAHundredAndBelowTwenty() {
        ShotGroups groups = ShotGroups.of(
                new ClassCounts(List.of("a", "b", "c", "d", "e", "f"), List.of(19L, 20L, 100L, 101L, 1L, 5000L)));

        assertThat(groups.classes(Group.MANY)).containsExactly(5, 3);
        assertThat(groups.classes(Group.MEDIUM)).containsExactly(2, 1);
        assertThat(groups.classes(Group.FEW)).containsExactly(0, 4);
    }

    @Test
    void thirdsFollowTheCountThenTheName() {
        ShotGroups groups = ShotGroups.of(
                new ClassCounts(List.of("d", "c", "b", "a", "e", "f", "g"), List.of(5L, 5L, 5L, 5L, 5L, 9L, 1L)));

        assertThat(groups.classes(Group.HEAD)).containsExactly(5, 3, 2);
        assertThat(groups.classes(Group.MIDDLE)).containsExactly(1, 0);
        assertThat(groups.classes(Group.TAIL)).containsExactly(4, 6);
    }

    @Test
    void twoClassesHaveAHeadAndAMiddle() {
        ShotGroups groups = ShotGroups.of(new ClassCounts(List.of("a", "b"), List.of(1L, 2L)));

        assertThat(groups.classes(Group.HEAD)).containsExactly(1);
        assertThat(groups.classes(Group.MIDDLE)).containsExactly(0);
        assertThat(groups.classes(Group.TAIL)).isEmpty();
    }

    @Test
    void aClassWithoutATrainingInstanceIsInNoGroupAndMovesNoThird() {
        ShotGroups groups = ShotGroups.of(new ClassCounts(List.of("a", "none", "b", "c"), List.of(3000L, 0L, 20L, 1L)));

        assertThat(groups.classes(Group.HEAD)).containsExactly(0);
        assertThat(groups.classes(Group.MIDDLE)).containsExactly(2);
        assertThat(groups.classes(Group.TAIL)).containsExactly(3);
        assertThat(groups.classes(Group.FEW)).containsExactly(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyClassIsInOneShotGroupAndOneThird(long seed) {
        Random random = new Random(seed);
        int classes = 3 + random.nextInt(100);
        ShotGroups groups = ShotGroups.of(new ClassCounts(
                IntStream.range(0, classes).mapToObj(c -> "class " + c).toList(),
                random.longs(classes, 1, 300).boxed().toList()));

        assertThat(union(groups, Partition.SHOTS)).containsExactlyInAnyOrderElementsOf(all(classes));
        assertThat(union(groups, Partition.THIRDS)).containsExactlyInAnyOrderElementsOf(all(classes));
        assertThat(groups.classes(Group.HEAD)).hasSize((classes + 2) / 3);
        assertThat(groups.classes(Group.TAIL)).hasSize(classes / 3);
    }

    @Test
    void groupsAreNamedInLowerCase() {
        assertThat(Group.values())
                .extracting(Group::toString)
                .containsExactly("many", "medium", "few", "head", "middle", "tail");
    }

    @Test
    void everyGroupIsInOnePartition() {
        assertThat(Partition.SHOTS.groups()).containsExactly(Group.MANY, Group.MEDIUM, Group.FEW);
        assertThat(Partition.THIRDS.groups()).containsExactly(Group.HEAD, Group.MIDDLE, Group.TAIL);
    }

    private static List<Integer> union(ShotGroups groups, Partition partition) {
        return partition.groups().stream()
                .flatMap(part -> groups.classes(part).stream())
                .toList();
    }

    private static List<Integer> all(int classes) {
        return IntStream.range(0, classes).boxed().toList();
    }
}
