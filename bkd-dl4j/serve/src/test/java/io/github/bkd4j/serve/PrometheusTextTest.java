package io.github.bkd4j.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrometheusTextTest {

    @Test
    void labelsAreEscaped() {
        PrometheusText text = new PrometheusText();
        text.metric("bkd_x_total", "counter", "Of x.");
        text.value(3, "class", "a\\b \"c\"\nd");
        text.value(0.25, "class", "e", "model", "m");

        assertThat(text).hasToString("""
                # HELP bkd_x_total Of x.
                # TYPE bkd_x_total counter
                bkd_x_total{class="a\\\\b \\"c\\"\\nd"} 3
                bkd_x_total{class="e",model="m"} 0.25
                """);
    }

    @Test
    void aHistogramAddsUp() {
        RequestMetrics metrics = new RequestMetrics();
        metrics.time(500_000); // on an upper end
        metrics.time(3_000_000);
        metrics.time(11_000_000_000L);
        PrometheusText text = new PrometheusText();
        metrics.write(text);

        assertThat(text.toString())
                .contains(
                        "bkd_classify_seconds_bucket{le=\"5.0E-4\"} 1\n",
                        "bkd_classify_seconds_bucket{le=\"0.0025\"} 1\n",
                        "bkd_classify_seconds_bucket{le=\"0.005\"} 2\n",
                        "bkd_classify_seconds_bucket{le=\"10.0\"} 2\n",
                        "bkd_classify_seconds_bucket{le=\"+Inf\"} 3\n",
                        "bkd_classify_seconds_sum 11.0035\n",
                        "bkd_classify_seconds_count 3\n");
    }
}
