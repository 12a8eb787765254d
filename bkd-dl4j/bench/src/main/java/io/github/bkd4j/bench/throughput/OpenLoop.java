package io.github.bkd4j.bench.throughput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bkd4j.corpus.Corpus;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Latency of {@code bkd serve} at a fixed rate of requests. The rate does not wait for answers (an open loop): each
 * request has a moment at which it should be sent, and its latency counts from then, also if it was sent late because
 * its connection was still waiting. So a server that stalls cannot hide it.
 */
@Command(name = "open-loop", mixinStandardHelpOptions = true, sortOptions = false)
public final class OpenLoop implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOS = 1e9;

    @Parameters(index = "0", description = "server, such as http://127.0.0.1:8080/")
    private URI server = URI.create("");

    @Parameters(index = "1", description = "corpus whose texts are asked about")
    private Path corpus = Path.of("");

    @Option(names = "--rate", description = "requests per second")
    private double rate = 2000;

    @Option(names = "--secs", description = "how long")
    private int seconds = 60;

    @Option(names = "--connections", description = "that requests take turns on")
    private int connections = 16;

    @Option(names = "--batch", description = "texts per request")
    private int batch = 1;

    @Option(names = "--explain", description = "tokens of an explanation; 0 for none")
    private int explain;

    @Option(names = "--pid", description = "process of the server, for its resident memory")
    private long pid;

    private final AtomicLong failures = new AtomicLong();

    /**
     * Prints the figures.
     *
     * @param arguments {@code --help} prints them
     */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new OpenLoop()).execute(arguments));
    }

    @Override
    public void run() {
        List<byte[]> requests = requests(Corpus.read(corpus).instances());
        int total = (int) (rate * seconds);
        double[] millis = new double[total];
        long start = System.nanoTime() + (long) NANOS;
        List<Thread> askers = new ArrayList<>();
        for (int c = 0; c < connections; c++) {
            int first = c;
            askers.add(new Thread(() -> ask(requests, start, first, millis)));
        }
        System.out.println("before: " + memory());
        askers.forEach(Thread::start);
        long end = start + (long) (seconds * NANOS);
        for (long at = start; pid > 0 && at < end; at += (long) (10 * NANOS)) {
            LockSupport.parkNanos(at - System.nanoTime());
            System.out.println(memory());
        }
        askers.forEach(OpenLoop::join);
        print(millis, (System.nanoTime() - start) / NANOS);
    }

    private List<byte[]> requests(List<String> texts) {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<String> asked = new ArrayList<>();
            for (int j = 0; j < batch; j++) {
                asked.add(texts.get((i + j) % texts.size()));
            }
            requests.add(request(asked));
        }
        return requests;
    }

    private byte[] request(List<String> asked) {
        try {
            Map<String, ?> body = explain > 0
                    ? Map.of("texts", asked, "explain", explain)
                    : batch == 1 ? Map.of("text", asked.get(0)) : Map.of("texts", asked);
            byte[] json = JSON.writeValueAsBytes(body);
            byte[] head = ("POST /v1/classify HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nContent-Length: "
                            + json.length + "\r\n\r\n")
                    .getBytes(ISO_8859_1);
            byte[] request = Arrays.copyOf(head, head.length + json.length);
            System.arraycopy(json, 0, request, head.length, json.length);
            return request;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every {@code connections}-th request. */
    private void ask(List<byte[]> requests, long start, int first, double[] millis) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            for (int i = first; i < millis.length; i += connections) {
                long scheduled = start + (long) (i / rate * NANOS);
                for (long left = scheduled - System.nanoTime(); left > 0; left = scheduled - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                socket.getOutputStream().write(requests.get(i % requests.size()));
                failures.addAndGet(isAnswered(in) ? 0 : 1);
                millis[i] = (System.nanoTime() - scheduled) / 1e6;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads an answer; whether it has status 200. */
    private static boolean isAnswered(InputStream in) throws IOException {
        String status = line(in);
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length =
                        Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        in.skipNBytes(length);
        return status.startsWith("HTTP/1.1 200");
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server has closed the connection");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private String memory() {
        try {
            return pid == 0
                    ? "memory unknown"
                    : Files.readString(Path.of("/proc/" + pid + "/status"), UTF_8)
                            .lines()
                            .filter(row -> row.startsWith("VmRSS:"))
                            .map(row -> "resident " + Long.parseLong(row.replaceAll("\\D", "")) / 1000 + " MB")
                            .findFirst()
                            .orElse("memory unknown");
        } catch (IOException e) {
            return "memory unknown";
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void print(double[] millis, double taken) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%d requests of %d texts in %.1f s, %.0f texts/s, %d failures; ms: p50 %.2f, p90 %.2f, p99 %.2f, p99.9 "
                        + "%.2f, max %.2f; %s%n",
                millis.length,
                batch,
                taken,
                millis.length * batch / taken,
                failures.get(),
                quantile(millis, 0.5),
                quantile(millis, 0.9),
                quantile(millis, 0.99),
                quantile(millis, 0.999),
                millis[millis.length - 1],
                memory());
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
