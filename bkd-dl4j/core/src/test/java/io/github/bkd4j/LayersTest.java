package io.github.bkd4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the package table of the architecture against the code. */
class LayersTest {

    private static final String ROOT = "io.github.bkd4j";

    /** In the order in which the data flows: a package uses only packages before it. */
    private static final List<String> PACKAGES = List.of(
            "io",
            "kernel",
            "corpus",
            "archive",
            "balance",
            "evaluate",
            "text",
            "explain",
            "drift",
            "scope",
            "model",
            "backend",
            "input",
            "image",
            "loss",
            "objective",
            "network",
            "train",
            "teacher",
            "transfer",
            "distill");

    /** What a report may use; it stands last and knows nothing of networks. */
    private static final List<String> REPORTED = List.of("io", "corpus", "balance", "evaluate");

    /** What a study may use: everything. */
    private static final List<String> STUDIED =
            Stream.concat(PACKAGES.stream(), Stream.of("report")).toList();

    /** Where DL4J's and ND4J's types may appear. */
    private static final List<String> WITH_DL4J =
            List.of("backend", "input", "image", "loss", "network", "train", "teacher", "transfer", "distill", "study");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT);

    @Test
    void theClassesAreSeen() {
        assertThat(CLASSES.size()).isGreaterThan(120);
    }

    @Test
    void aPackageUsesOnlyPackagesAboveIt() {
        LayeredArchitecture table = layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .ensureAllClassesAreContainedInArchitecture();
        for (String name : PACKAGES) {
            table = table.layer(name).definedBy(packageOf(name));
        }
        table = table.layer("report").definedBy(packageOf("report"));
        for (int i = 0; i < PACKAGES.size(); i++) {
            table = mayUse(table, PACKAGES.get(i), PACKAGES.subList(0, i));
        }
        mayUse(mayUse(table.layer("study").definedBy(packageOf("study")), "report", REPORTED), "study", STUDIED)
                .check(CLASSES);
    }

    private static LayeredArchitecture mayUse(LayeredArchitecture table, String name, List<String> above) {
        return above.isEmpty()
                ? table.whereLayer(name).mayNotAccessAnyLayer()
                : table.whereLayer(name).mayOnlyAccessLayers(above.toArray(new String[0]));
    }

    @Test
    void thereAreNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** A file is never read as objects. */
    @Test
    void nothingIsSerialised() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.deeplearning4j.util.ModelSerializer")
                .check(CLASSES);
    }

    @Test
    void dl4jStaysWhereItBelongs() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        WITH_DL4J.stream().map(LayersTest::packageOf).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..")
                .check(CLASSES);
    }

    private static String packageOf(String name) {
        return ROOT + "." + name + "..";
    }
}
