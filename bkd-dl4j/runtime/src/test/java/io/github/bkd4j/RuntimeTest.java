package io.github.bkd4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds what the module promises: plain Java, without DL4J, without ND4J, without native libraries. */
class RuntimeTest {

    private static final List<String> KEPT_OUT =
            List.of("nd4j", "deeplearning4j", "bytedeco", "javacpp", "onnxruntime");

    /** Its tests see what the module brings, and test libraries: if these bring nothing of the kind, nor does it. */
    @Test
    void noDependencyHasNatives() {
        List<String> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).getName())
                .toList();
        assertThat(jars).anyMatch(jar -> jar.startsWith("jackson-databind")); // or this would be no class path
        assertThat(jars).noneMatch(jar -> KEPT_OUT.stream().anyMatch(jar::contains));
    }

    @Test
    void noClassUsesDl4j() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..")
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("io.github.bkd4j"));
    }
}
