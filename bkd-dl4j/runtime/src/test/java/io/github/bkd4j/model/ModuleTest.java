package io.github.bkd4j.model;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar as a module: what it shows, and that it works as one. The other tests run on the class path. */
class ModuleTest {

    private static final String NAME = "io.github.bkd4j.runtime";

    private static ModuleFinder modules() {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
        return ModuleFinder.of(Stream.of(entries)
                .filter(entry -> !entry.contains("test-classes"))
                .map(Path::of)
                .toArray(Path[]::new));
    }

    @Test
    void theLayoutOfFilesIsNotForUsers() {
        Map<String, Set<String>> exports = modules().find(NAME).orElseThrow().descriptor().exports().stream()
                .collect(toMap(Exports::source, Exports::targets));
        assertThat(exports.remove("io.github.bkd4j.archive")).containsExactly("io.github.bkd4j");
        assertThat(exports)
                .containsOnlyKeys(Stream.of(
                                "io",
                                "corpus",
                                "balance",
                                "text",
                                "kernel",
                                "explain",
                                "drift",
                                "scope",
                                "evaluate",
                                "model",
                                "report")
                        .map("io.github.bkd4j."::concat)
                        .toList())
                .allSatisfy((source, targets) -> assertThat(targets).isEmpty());
    }

    @Test
    void aModuleReadsAModel() throws ReflectiveOperationException {
        ModuleLayer boot = ModuleLayer.boot();
        Configuration configuration = boot.configuration().resolve(modules(), ModuleFinder.of(), Set.of(NAME));
        Class<?> classifier = boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader())
                .findLoader(NAME)
                .loadClass(TextClassifier.class.getName());
        assertThat(classifier.getModule().getName()).isEqualTo(NAME);

        Object loaded = classifier.getMethod("load", Path.class).invoke(null, VersionOneTest.file("bag"));

        assertThat(classifier.getMethod("labels").invoke(loaded)).hasToString("[a, b, c]");
    }
}
