package io.github.bkd4j.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bkd4j.balance.Group;
import io.github.bkd4j.balance.Partition;
import io.github.bkd4j.balance.ShotGroups;
import io.github.bkd4j.corpus.ClassCounts;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** How common each class was in training: many, medium or few; head, middle or tail. */
final class ClassGroups {

    private final ClassCounts counts;
    private final Map<String, String> shots = new HashMap<>();
    private final Map<String, String> thirds = new HashMap<>();

    ClassGroups(ClassCounts counts) {
        this.counts = counts;
        ShotGroups groups = ShotGroups.of(counts);
        put(groups, Partition.SHOTS, shots);
        put(groups, Partition.THIRDS, thirds);
    }

    private void put(ShotGroups groups, Partition partition, Map<String, String> names) {
        for (Group group : partition.groups()) {
            groups.classes(group).forEach(c -> names.put(counts.labels().get(c), group.toString()));
        }
    }

    /** Two fields; a class without a training text is in no group and has none. */
    void write(JsonGenerator json, String label) throws IOException {
        if (shots.containsKey(label)) {
            json.writeStringField("shots", Objects.requireNonNull(shots.get(label)));
            json.writeStringField("third", Objects.requireNonNull(thirds.get(label)));
        }
    }
}
