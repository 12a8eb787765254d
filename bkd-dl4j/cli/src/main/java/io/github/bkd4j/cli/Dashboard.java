package io.github.bkd4j.cli;

import java.util.List;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.deeplearning4j.ui.api.UIServer;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;

/**
 * DL4J's web page about a running training. Its classes are on the class path only if the user has added them: call
 * {@link #require} before anything else.
 */
final class Dashboard {

    private static final String PORT = "org.deeplearning4j.ui.port";

    private final StatsStorage storage = new InMemoryStatsStorage();

    private Dashboard() {}

    /** Refuses an invalid port, and a class path without DL4J's page. */
    static void require(int port) {
        if (port < 1 || port > 65535) {
            throw new InputException("--ui", "must be from 1 to 65535 but was " + port);
        }
        if (!isThere("org.deeplearning4j.ui.VertxUIServer") || !isThere("io.vertx.core.Vertx")) {
            throw new InputException(
                    "--ui must have org.deeplearning4j:deeplearning4j-ui:1.0.0-M2.1 and its dependencies on "
                            + "the class path, set by BKD_CLASSPATH, but lacked it");
        }
    }

    private static boolean isThere(String name) {
        return Dashboard.class.getClassLoader().getResource(name.replace('.', '/') + ".class") != null;
    }

    /** Starts the page. */
    static Dashboard open(int port) {
        System.setProperty(PORT, String.valueOf(port));
        Dashboard dashboard = new Dashboard();
        UIServer.getInstance().attach(dashboard.storage);
        return dashboard;
    }

    /** The listeners that report a training to the page. */
    List<TrainingListener> listeners(String system) {
        return List.of(new StatsListener(storage, 1, system));
    }
}
