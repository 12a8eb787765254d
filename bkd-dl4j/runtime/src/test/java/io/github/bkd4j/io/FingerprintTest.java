package io.github.bkd4j.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {

    private enum Pooling {
        MEAN,
        MAX
    }

    private record Rate(double start, @Nullable String decay) {}

    private record Settings(Rate rate, List<Integer> widths, Pooling pooling) {}

    private record Blackbox(Runnable body) {}

    private static final class Encoder implements Fingerprinted {
        @Override
        public Fingerprint fingerprint() {
            return Fingerprint.of().with("type", "encoder").with("size", 8);
        }
    }

    private static final Settings SETTINGS = new Settings(new Rate(0.001, null), List.of(64, 32), Pooling.MEAN);

    private static String canonical(@Nullable Object settings) {
        return Fingerprint.of()
                .with("x", settings)
                .entries()
                .values()
                .iterator()
                .next();
    }

    @Test
    void recordsAreWrittenByComponent() {
        assertThat(canonical(SETTINGS))
                .isEqualTo("Settings(rate=Rate(start=0.001, decay=null), widths=[64, 32], pooling=Pooling.MEAN)");
    }

    @Test
    void textsAreQuoted() {
        assertThat(canonical("say \"a\\b\"\r\nthen")).isEqualTo("\"say \\\"a\\\\b\\\"\\r\\nthen\"");
    }

    @Test
    void keysOfMapsAreSorted() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("b", 2);
        map.put("a", 1);
        assertThat(canonical(map)).isEqualTo("{\"a\": 1, \"b\": 2}");
    }

    @Test
    void fingerprintedObjectsSpeakForThemselves() {
        assertThat(canonical(new Encoder())).isEqualTo("{\"size\": 8, \"type\": \"encoder\"}");
        assertThat(canonical(new Encoder())).isEqualTo(canonical(new Encoder().fingerprint()));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "1.0, 1",
        "100.0, 1E+2",
        "2.0E23, 2E+23",
        "4.9E-324, 5E-324",
        "-0.0, -0.0",
        "0.0, 0",
        "NaN, NaN",
        "-Infinity, -Infinity",
        "0.30000000000000004, 0.30000000000000004",
        "1.7976931348623157E308, 1.7976931348623157E+308"
    })
    void doublesAreWrittenInTheirShortestForm(double value, String shortest) {
        assertThat(canonical(value)).isEqualTo(shortest);
    }

    @Test
    void doublesReadBack() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            assertThat(Double.parseDouble(canonical(value))).isEqualTo(Double.valueOf(value));
        }
    }

    @Test
    void otherNumbersAreWrittenExactly() {
        assertThat(canonical(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
        assertThat(canonical(new BigDecimal("0.250"))).isEqualTo("0.25");
        assertThat(canonical(0.1f)).isEqualTo("0.10000000149011612");
    }

    @Test
    void hexIsTheSameInEveryProcess() {
        assertThat(whole().hex()).isEqualTo("80a8404a4055c715cb8d234fc8b68ca1661c3d62510c7f46e64f10389836625b");
    }

    private static Fingerprint whole() {
        return Fingerprint.of()
                .with("settings", SETTINGS)
                .with("encoder", new Encoder())
                .withTexts("texts", List.of("ab", "c"))
                .withBytes("bytes", new byte[] {1, 2});
    }

    @Test
    void orderOfAddingDoesNotMatter() {
        Fingerprint one = Fingerprint.of().with("a", 1).with("b", 2);
        Fingerprint other = Fingerprint.of().with("b", 2).with("a", 1);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString("{\"a\": 1, \"b\": 2}");
        assertThat(one.hex()).isEqualTo(other.hex());
        assertThat(one.entries()).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
    }

    static Stream<Fingerprint> changed() {
        Fingerprint base = Fingerprint.of();
        return Stream.concat(
                Stream.of(
                                null,
                                true,
                                "true",
                                "null",
                                1,
                                "1",
                                1.5,
                                Pooling.MEAN,
                                Pooling.MAX,
                                "Pooling.MEAN",
                                List.of(),
                                List.of(1, 2),
                                List.of(2, 1),
                                List.of("1, 2"),
                                List.of("1", "2"),
                                Map.of(),
                                Map.of("a", 1),
                                Map.of("a", 2),
                                Map.of("b", 1),
                                SETTINGS,
                                new Rate(0.002, null),
                                new Rate(0.001, "null"),
                                new Rate(0.001, null),
                                new Encoder())
                        .map(settings -> base.with("x", settings)),
                Stream.of(
                        base,
                        base.with("y", 1),
                        base.with("x", 1).with("y", 1),
                        base.with("x\": 1, \"y", 1),
                        base.withTexts("x", List.of("ab", "c")),
                        base.withTexts("x", List.of("a", "bc")),
                        base.withTexts("x", List.of("c", "ab")),
                        base.withTexts("x", List.of("abc")),
                        base.withTexts("x", List.of()),
                        base.withBytes("x", new byte[] {1}),
                        base.withBytes("x", new byte[] {2})));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void eachChangeChangesIt(Fingerprint one) {
        Set<String> hexes = new HashSet<>();
        List<Fingerprint> all = changed().toList();
        all.forEach(fingerprint -> hexes.add(fingerprint.hex()));
        assertThat(hexes).hasSameSizeAs(all).contains(one.hex());
    }

    @Test
    void instancesAreTextOrSettings() {
        assertThat(Fingerprint.content("text")).asString(UTF_8).isEqualTo("text");
        assertThat(Fingerprint.content(new Rate(1, "none"))).asString(UTF_8).isEqualTo("Rate(start=1, decay=\"none\")");
        assertThatThrownBy(() -> Fingerprint.content(new AtomicInteger()))
                .hasMessageStartingWith("instance must be null, text,");
    }

    @Test
    void filesAreKnownByTheirContent(@TempDir Path folder) throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "a");
        Path copy = Files.writeString(folder.resolve("copy"), "a");
        Path other = Files.writeString(folder.resolve("other"), "b");
        Fingerprint fingerprint = Fingerprint.of().withFile("file", one);
        assertThat(fingerprint).isEqualTo(Fingerprint.of().withFile("file", copy));
        assertThat(fingerprint).isNotEqualTo(Fingerprint.of().withFile("file", other));
    }

    @Test
    void otherTypesAreRefused() {
        String rule =
                " must be null, text, a boolean, a number, an enum, a list, a map or a record of these, or implement "
                        + "Fingerprinted but was ";
        assertThatThrownBy(() -> canonical(new AtomicInteger()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x" + rule + "java.util.concurrent.atomic.AtomicInteger");
        assertThatThrownBy(() -> canonical(List.of(1, new Blackbox(new Thread()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x[1].body" + rule + "java.lang.Thread");
        assertThatThrownBy(() -> canonical(Map.of("a", new StringBuilder())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x[\"a\"]" + rule + "java.lang.StringBuilder");
    }

    @Test
    void namesAreRefused() {
        assertThatThrownBy(() -> Fingerprint.of().with(" ", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name must not be blank but was \" \"");
        assertThatThrownBy(() -> Fingerprint.of().with("a", 1).withTexts("a", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name must be new but a was there already");
    }

    @Test
    void entriesCannotBeChanged() {
        assertThatThrownBy(() -> Fingerprint.of().entries().put("a", "1"))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
