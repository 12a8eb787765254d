package io.github.bkd4j;

import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.image.Image;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A long-tailed corpus of made-up images that is learnt in a moment. */
public final class ToyImages {

    private static final int SIDE = 8;

    private ToyImages() {}

    /** Classes a, b, ... of the given sizes, mixed: [2, 8, 8], each class bright in rows of its own, under noise. */
    public static Corpus<Image> corpus(long seed, int... sizes) {
        Random random = new Random(seed);
        List<Labeled<Image>> rows = new ArrayList<>();
        for (int c = 0; c < sizes.length; c++) {
            for (int i = 0; i < sizes[c]; i++) {
                rows.add(new Labeled<>(image(c, random), Character.toString('a' + c)));
            }
        }
        Collections.shuffle(rows, random);
        return Corpus.of(rows);
    }

    private static Image image(int c, Random random) {
        byte[] pixels = new byte[2 * SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / SIDE % SIDE;
            boolean bright = i < SIDE * SIDE == (c != 1) && row / 3 == (c == 2 ? 2 : 0);
            pixels[i] = (byte) (random.nextInt(60) + (bright ? 180 : 0));
        }
        return new Image(2, SIDE, SIDE, pixels);
    }
}
