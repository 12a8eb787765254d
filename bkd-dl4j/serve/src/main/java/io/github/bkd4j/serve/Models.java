package io.github.bkd4j.serve;

import static io.github.bkd4j.serve.RequestException.NOT_FOUND;

import io.github.bkd4j.io.Checks;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The models that are served, by name. */
final class Models {

    private final Map<String, ServedModel> byName;

    Models(Map<String, ServedModel> byName) {
        this.byName = byName;
    }

    /** Reads the files; throws what reading a model does. */
    static Models read(Map<String, Path> files) {
        Checks.require(!files.isEmpty(), "models must be at least one but were none");
        Map<String, ServedModel> read = new LinkedHashMap<>();
        files.forEach((name, file) -> read.put(Checks.notBlank("name", name), new ServedModel(name, file)));
        return new Models(read);
    }

    /** The model of a name, or the first one if none is given. */
    LoadedModel find(@Nullable String name) {
        ServedModel found = name == null ? byName.values().iterator().next() : byName.get(name);
        if (found == null) {
            throw new RequestException(
                    NOT_FOUND, "model must be one of " + byName.keySet() + " but was " + Sentences.quoted("" + name));
        }
        return found.current();
    }

    List<LoadedModel> all() {
        return byName.values().stream().map(ServedModel::current).toList();
    }

    Collection<String> names() {
        return byName.keySet();
    }

    /** Reads the files that were replaced. */
    void refresh(Consumer<String> log) {
        byName.values().forEach(model -> model.refresh(log));
    }
}
