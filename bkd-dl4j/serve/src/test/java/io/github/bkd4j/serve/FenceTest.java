package io.github.bkd4j.serve;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds what the module promises: on the runtime alone, without natives, and a server behind a small wall. */
class FenceTest {

    private static final List<String> KEPT_OUT =
            List.of("nd4j", "deeplearning4j", "bytedeco", "javacpp", "onnxruntime", "servlet");
    private static final String[] TALKS_TO_JETTY = {
        "ClassificationServer", "ServiceHandler", "RefusedByJetty", "IdleConnections", "Body", "Reply"
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages(FenceTest.class.getPackageName());

    @Test
    void noDependencyHasNatives() {
        List<String> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).getName())
                .toList();
        assertThat(jars).anyMatch(jar -> jar.startsWith("jetty-server")); // or this would be no class path
        assertThat(jars).noneMatch(jar -> KEPT_OUT.stream().anyMatch(jar::contains));
    }

    @Test
    void itUsesTheRuntimeJettyAndJacksonAlone() {
        assertThat(CLASSES.size()).isGreaterThan(20);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.github.bkd4j..",
                        "org.eclipse.jetty..",
                        "com.fasterxml.jackson.core..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void onlyTheBorderKnowsJetty() {
        noClasses()
                .that(DescribedPredicate.<JavaClass>describe("are behind the border", one -> !isAtTheBorder(one)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jetty..")
                .check(CLASSES);
    }

    private static boolean isAtTheBorder(JavaClass one) {
        String outermost = one.getName().replaceFirst("[$].*", "");
        return Arrays.stream(TALKS_TO_JETTY).anyMatch(name -> outermost.endsWith("." + name));
    }

    @Test
    void usersSeeFourTypes() {
        assertThat(CLASSES.stream()
                        .filter(one -> one.getModifiers().contains(JavaModifier.PUBLIC) && !one.isNestedClass())
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("ClassificationServer", "Limits", "ServerException", "ServerSettings");
    }
}
