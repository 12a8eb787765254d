package io.github.bkd4j.serve;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How many requests were answered, with what status, and how long those to classify took. Thread-safe. */
final class RequestMetrics {

    /** Upper ends of the histogram's bins, in seconds. */
    static final double[] BOUNDS = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private static final double NANOS = 1e9;

    private final Map<Kind, LongAdder> requests = new ConcurrentSkipListMap<>();
    private final LongAdder[] bins =
            Stream.generate(LongAdder::new).limit(BOUNDS.length + 1L).toArray(LongAdder[]::new);
    private final LongAdder nanos = new LongAdder();

    private record Kind(String route, int status) implements Comparable<Kind> {

        @Override
        public int compareTo(Kind other) {
            int byRoute = route.compareTo(other.route);
            return byRoute == 0 ? Integer.compare(status, other.status) : byRoute;
        }
    }

    void count(String route, int status) {
        requests.computeIfAbsent(new Kind(route, status), kind -> new LongAdder())
                .increment();
    }

    void time(long taken) {
        int bin = 0;
        while (bin < BOUNDS.length && taken / NANOS > BOUNDS[bin]) {
            bin++;
        }
        bins[bin].increment();
        nanos.add(taken);
    }

    void write(PrometheusText text) {
        text.metric("bkd_requests_total", "counter", "Requests that were answered.");
        requests.forEach((kind, count) ->
                text.value(count.sum(), "route", kind.route(), "status", Integer.toString(kind.status())));
        text.metric("bkd_classify_seconds", "histogram", "From the first byte of a request to classify to its answer.");
        long sum = 0;
        for (int bin = 0; bin <= BOUNDS.length; bin++) {
            sum += bins[bin].sum();
            text.suffixed("_bucket", sum, "le", bin < BOUNDS.length ? Double.toString(BOUNDS[bin]) : "+Inf");
        }
        text.suffixed("_sum", nanos.sum() / NANOS);
        text.suffixed("_count", sum);
    }
}
