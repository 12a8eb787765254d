package io.github.bkd4j.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A standalone master and two workers, each a process of its own, on loopback. */
public final class LocalCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SparkHome home;
    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final String master;

    /** Starts them. */
    public LocalCluster(SparkHome home, Path folder) throws IOException, InterruptedException {
        this.home = home;
        this.folder = folder;
        start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0");
        this.master = await(folder.resolve("master.log"), "Starting Spark master at (spark://\\S+)");
        for (String worker : List.of("worker1", "worker2")) {
            start(
                    worker,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    folder.resolve(worker).toString(),
                    master);
            await(folder.resolve(worker + ".log"), "(Successfully registered with master)");
        }
    }

    private void start(String name, String... arguments) throws IOException {
        processes.add(home.start(folder.resolve(name + ".log"), "256m", arguments));
    }

    /** Waits for a line of a log. */
    public static String await(Path log, String pattern) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<String> found = find(log, pattern);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(100);
        }
        throw new IOException(log + " must have " + pattern + " but had\n" + Files.readString(log));
    }

    private static Optional<String> find(Path log, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.exists(log) ? Files.readString(log) : "");
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Runs a program as spark-submit does in client mode: Spark's jars first, the program's in a loader of their own.
     */
    public Process submit(Path log, String program, List<Path> jars, String... arguments) throws IOException {
        List<String> submit = new ArrayList<>(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.serializer=org.apache.spark.serializer.KryoSerializer",
                "--conf",
                "spark.executor.memory=768m",
                "--conf",
                "spark.executor.extraJavaOptions=" + SparkHome.FAST_START,
                "--conf",
                "spark.sql.shuffle.partitions=4",
                "--conf",
                "spark.sql.adaptive.enabled=false",
                "--jars",
                String.join(",", jars.stream().skip(1).map(Path::toString).toList()),
                "--class",
                program,
                jars.get(0).toString()));
        submit.addAll(List.of(arguments));
        Process process = home.start(log, "1g", submit.toArray(String[]::new));
        processes.add(process);
        return process;
    }

    /** Ends the second worker, and its executor first, without a word. */
    public void killAWorker() {
        kill(processes.get(2));
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        processes.forEach(LocalCluster::kill);
    }
}
