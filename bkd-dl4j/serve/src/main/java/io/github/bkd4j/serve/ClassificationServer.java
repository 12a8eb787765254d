package io.github.bkd4j.serve;

import io.github.bkd4j.io.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Answers requests to classify texts over HTTP until it is closed. A model whose file is replaced is read anew within
 * two seconds; requests that have begun keep the one they began with. Thread-safe.
 *
 * <pre>{@code
 * ClassificationServer server = ClassificationServer.start(
 *         Map.of("tickets", Path.of("tickets.bkd")), ServerSettings.local(0));
 * System.out.println("try it at " + server.uri());
 * }</pre>
 */
public final class ClassificationServer implements AutoCloseable {

    private static final int FEWEST_THREADS = 16; // a few may wait for the network
    private static final int THREADS_PER_PROCESSOR = 4;

    private final Server server;
    private final ServerConnector connector;
    private final ServiceHandler service;
    private final Consumer<String> log;
    private final ScheduledExecutorService clock;
    private URI uri = URI.create(""); // known once it listens

    private ClassificationServer(Models models, ServerSettings settings) {
        int threads = Math.max(
                FEWEST_THREADS, THREADS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        this.server = new Server(new QueuedThreadPool(threads));
        this.connector = new ServerConnector(server, new HttpConnectionFactory(configuration()));
        this.service = new ServiceHandler(models, settings);
        this.log = settings.log();
        IdleConnections idle = new IdleConnections(service);
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        connector.setShutdownIdleTimeout(Math.min(
                connector.getShutdownIdleTimeout(), settings.limits().time().toMillis() / 2));
        connector.setIdleTimeout(2 * settings.limits().time().toMillis()); // a body has its own, which answers
        connector.addBean(idle, false); // as a listener: it starts and stops as a handler
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(settings.limits().connections(), connector));
        server.setHandler(new GracefulHandler(idle));
        server.setErrorHandler(new RefusedByJetty());
        server.setStopTimeout(settings.limits().time().toMillis());
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "bkd-serve-clock");
            thread.setDaemon(true);
            return thread;
        });
        everySecond(() -> models.refresh(log));
        everySecond(() -> idle.close(settings.limits().time()));
    }

    /** Goes on after a failure, such as too little memory for a second model. */
    private void everySecond(Runnable task) {
        Runnable lasting = () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                log.accept("a bug in bkd: " + e);
            }
        };
        var unused = clock.scheduleWithFixedDelay(lasting, 1, 1, TimeUnit.SECONDS);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        return configuration;
    }

    /**
     * Reads the models and begins to answer; {@code /readyz} says so after the warm-up.
     *
     * @param models files by name, at least one; the first answers requests that name no model
     * @param settings where it listens and what it refuses
     * @return a running server
     * @throws IllegalArgumentException if there is no model, or one has a blank name
     * @throws io.github.bkd4j.model.ModelException if a file is no model of texts
     * @throws ServerException if it cannot listen where it should
     */
    public static ClassificationServer start(Map<String, Path> models, ServerSettings settings) {
        new Thread(() -> new ServerConnector(new Server()), "bkd-serve-classes").start(); // loaded meanwhile
        ClassificationServer started = start(Models.read(models), settings);
        if (settings.warmUp().isZero()) {
            started.service.warm();
        } else {
            started.warmUp(settings.warmUp().toNanos());
        }
        return started;
    }

    /** A server that answers, and is not ready. */
    static ClassificationServer start(Models models, ServerSettings settings) {
        ClassificationServer started = new ClassificationServer(models, settings);
        try {
            started.listen();
            return started;
        } catch (Exception e) {
            started.close();
            if (e instanceof IOException refused) {
                throw new ServerException(
                        "cannot listen on " + settings.bind() + ":" + settings.port() + ": " + reason(refused), e);
            }
            throw new IllegalStateException(e);
        }
    }

    private static String reason(IOException refused) {
        if (refused.getCause() instanceof UnresolvedAddressException) {
            return "there is no such address";
        }
        return Reason.of(refused.getCause() instanceof IOException cause ? cause : refused);
    }

    private void listen() throws Exception {
        server.start();
        String host = connector.getHost();
        String literal = host.contains(":") ? "[" + host + "]" : host;
        uri = URI.create("http://" + literal + ":" + connector.getLocalPort() + "/");
    }

    /** Practises beside what it answers, and is ready then. */
    private void warmUp(long nanos) {
        long start = System.nanoTime();
        Thread practice = new Thread(
                () -> {
                    try {
                        WarmUp.whilst(() -> System.nanoTime() - start < nanos && server.isRunning());
                    } catch (RuntimeException | Error e) {
                        log.accept("it has not practised, so its first answers are slow: " + e);
                    } finally {
                        service.warm();
                    }
                },
                "bkd-serve-warm-up");
        practice.setDaemon(true);
        practice.start();
    }

    /**
     * Where the page and the interface are.
     *
     * @return with the port that it listens on
     */
    public URI uri() {
        return uri;
    }

    /**
     * Waits until the server has been closed.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    public void join() throws InterruptedException {
        server.join();
    }

    /** Accepts no more requests, answers those that have begun, within the time of the limits, and ends. */
    @Override
    public void close() {
        service.stopping();
        clock.shutdown();
        try {
            server.stop();
        } catch (TimeoutException e) {
            log.accept("stopped; what was not answered in time is cut off");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
