package io.github.bkd4j.serve;

/** Metrics in Prometheus's text format, version 0.0.4. */
final class PrometheusText {

    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder();
    private String name = "";

    /** Begins a metric. */
    void metric(String metric, String type, String help) {
        name = metric;
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    /** A value of the metric; labels are names and values in turn. */
    void value(Number value, String... labels) {
        suffixed("", value, labels);
    }

    /** As {@link #value}, of a part of the metric: {@code _sum}, {@code _count}, {@code _bucket}. */
    void suffixed(String suffix, Number value, String... labels) {
        text.append(name).append(suffix);
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"").append(escaped(labels[i + 1]));
            text.append('"').append(i + 2 == labels.length ? "}" : "");
        }
        double number = value.doubleValue();
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
        text.append(' ').append(whole ? Long.toString((long) number) : Double.toString(number));
        text.append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
