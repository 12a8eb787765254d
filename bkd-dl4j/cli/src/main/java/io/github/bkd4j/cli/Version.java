package io.github.bkd4j.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String own = Bkd.class.getPackage().getImplementationVersion();
        return new String[] {
            "bkd " + Objects.requireNonNullElse(own, "development"),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch")
        };
    }
}
