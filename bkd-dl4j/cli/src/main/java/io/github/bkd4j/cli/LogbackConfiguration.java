package io.github.bkd4j.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.DuplicateMessageFilter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * What the library has to say, on stderr, each once. In Java, for the XML reader takes a quarter of a second to start.
 */
public final class LogbackConfiguration extends ContextAwareBase implements Configurator {

    /** For the service loader. */
    public LogbackConfiguration() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        DuplicateMessageFilter once = new DuplicateMessageFilter(); // however many models say it
        once.setAllowedRepetitions(0);
        once.setContext(context);
        once.start();
        context.addTurboFilter(once);
        PatternLayoutEncoder pattern = new PatternLayoutEncoder();
        pattern.setContext(context);
        pattern.setPattern("bkd: %msg%n");
        pattern.start();
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setTarget("System.err");
        stderr.setEncoder(pattern);
        stderr.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.ERROR);
        root.addAppender(stderr);
        context.getLogger("io.github.bkd4j").setLevel(Level.WARN);
        context.getLogger("io.github.bkd4j.transformer").setLevel(Level.INFO); // what takes long
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
