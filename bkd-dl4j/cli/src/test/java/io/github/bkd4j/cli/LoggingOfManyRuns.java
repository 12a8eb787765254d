package io.github.bkd4j.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;

/** As in the command, but many runs of it share one JVM in the tests: what is said once is said once per run. */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LoggingOfManyRuns extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        new LogbackConfiguration().configure(context);
        context.resetTurboFilterList();
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
