package io.github.bkd4j.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The output of {@code --version}. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "bkd " + own(),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")
        };
    }

    /** This version of the command. */
    static String own() {
        return Objects.requireNonNullElse(Bkd.class.getPackage().getImplementationVersion(), "development");
    }
}
