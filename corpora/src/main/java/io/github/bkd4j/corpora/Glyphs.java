package io.github.bkd4j.corpora;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A synthetic corpus of grey images: digits and letters drawn from line segments, without download or fonts. Size,
 * position, slant, rotation and thickness are random, and noise is added. Easy with many instances per class, harder
 * with few. For demonstrations and tests, not for results. The same seed gives the same images.
 */
public final class Glyphs {

    /** Rows and columns of an image. */
    public static final int SIZE = 20;

    private static final int BLACK = 0;
    private static final int WHITE = 255;
    private static final double NOISE = 45; // standard deviation, on the scale 0 to 255

    /** Strokes between grid points, 0 to 4 across and 0 to 6 down, two digits per point. */
    private static final Map<String, String> STROKES = new TreeMap<>(Map.ofEntries(
            Map.entry("0", "10 30 41 45 36 16 05 01 10"),
            Map.entry("1", "11 20 26|16 36"),
            Map.entry("2", "01 10 30 41 42 06 46"),
            Map.entry("3", "01 10 30 41 42 33 13|33 44 45 36 16 05"),
            Map.entry("4", "30 04 44|30 36"),
            Map.entry("5", "40 00 03 33 44 45 36 06"),
            Map.entry("6", "30 10 01 05 16 36 45 44 33 03"),
            Map.entry("7", "00 40 16"),
            Map.entry("8", "10 30 41 42 33 13 02 01 10|13 04 05 16 36 45 44 33"),
            Map.entry("9", "43 13 02 01 10 30 41 45 36 16"),
            Map.entry("A", "06 20 46|14 34"),
            Map.entry("E", "40 00 06 46|03 33"),
            Map.entry("F", "40 00 06|03 33"),
            Map.entry("H", "00 06|40 46|03 43"),
            Map.entry("K", "00 06|40 03 46"),
            Map.entry("M", "06 00 23 40 46"),
            Map.entry("N", "06 00 46 40"),
            Map.entry("T", "00 40|20 26"),
            Map.entry("X", "00 46|40 06"),
            Map.entry("Z", "00 40 06 46")));

    private Glyphs() {}

    /** A straight line between two points, in pixels. */
    private record Segment(double x1, double y1, double x2, double y2) {

        double distance(double x, double y) {
            double dx = x2 - x1;
            double dy = y2 - y1;
            double along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy);
            double nearest = Math.max(0, Math.min(1, along));
            double awayX = x - x1 - nearest * dx;
            double awayY = y - y1 - nearest * dy;
            return Math.sqrt(awayX * awayX + awayY * awayY);
        }
    }

    /** The random placement of one glyph on its image. */
    private record Placing(double width, double height, double slant, double turn, double x, double y) {

        static Placing draw(Random random) {
            double height = SIZE * (0.45 + 0.35 * random.nextDouble());
            return new Placing(
                    height * (0.5 + 0.3 * random.nextDouble()),
                    height,
                    0.7 * random.nextDouble() - 0.35,
                    0.6 * random.nextDouble() - 0.3,
                    SIZE / 2.0 + 4 * random.nextDouble() - 2,
                    SIZE / 2.0 + 4 * random.nextDouble() - 2);
        }

        /** The position of a grid point, in pixels. */
        double[] place(char across, char down) {
            double right = ((across - '0') / 4.0 - 0.5) * width;
            double below = ((down - '0') / 6.0 - 0.5) * height;
            double leaning = right - slant * below;
            double cos = StrictMath.cos(turn);
            double sin = StrictMath.sin(turn);
            return new double[] {x + leaning * cos - below * sin, y + leaning * sin + below * cos};
        }
    }

    /**
     * Draws a balanced corpus; {@link Corpus#cut} makes it long-tailed.
     *
     * @param perClass images of each of the 20 classes, at least 1
     * @param seed of all randomness
     * @return grey images {@code [1, 20, 20]}
     * @throws IllegalArgumentException if {@code perClass} is less than 1
     */
    public static Corpus<Image> draw(int perClass, long seed) {
        if (perClass < 1) {
            throw new IllegalArgumentException("images of a class must be >= 1 but were " + perClass);
        }
        Random random = new Random(seed);
        List<Labeled<Image>> rows = new ArrayList<>();
        STROKES.forEach((label, strokes) -> {
            for (int i = 0; i < perClass; i++) {
                rows.add(new Labeled<>(image(strokes, random), label));
            }
        });
        return Corpus.of(rows);
    }

    private static Image image(String strokes, Random random) {
        List<Segment> segments = segments(strokes, Placing.draw(random));
        double half = 0.5 + 0.9 * random.nextDouble(); // half the stroke width
        byte[] pixels = new byte[SIZE * SIZE];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                pixels[y * SIZE + x] = (byte) brightness(segments, half, x, y, random);
            }
        }
        return new Image(1, SIZE, SIZE, pixels);
    }

    private static int brightness(List<Segment> segments, double half, int x, int y, Random random) {
        double distance = Double.MAX_VALUE;
        for (Segment segment : segments) {
            distance = Math.min(distance, segment.distance(x + 0.5, y + 0.5));
        }
        double ink = Math.max(0, Math.min(1, half + 0.5 - distance)); // edges are one pixel wide
        double bright = WHITE * (0.15 + 0.7 * ink) + NOISE * random.nextGaussian();
        return (int) Math.max(BLACK, Math.min(WHITE, Math.round(bright)));
    }

    private static List<Segment> segments(String strokes, Placing placing) {
        List<Segment> segments = new ArrayList<>();
        for (String stroke : strokes.split("\\|", -1)) {
            double[] before = null;
            for (String point : stroke.split(" ", -1)) {
                double[] at = placing.place(point.charAt(0), point.charAt(1));
                if (before != null) {
                    segments.add(new Segment(before[0], before[1], at[0], at[1]));
                }
                before = at;
            }
        }
        return segments;
    }
}
