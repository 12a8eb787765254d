package io.github.bkd4j.kernel;

/**
 * Rows of numbers in 8 bits: each number is a whole one from -127 to 127 times the scale of its row. The scale has 17
 * significant bits, so that a product is exact and a rounded row has the same scale again: rounding twice is rounding
 * once.
 */
public final class EightBits {

    private static final int LARGEST = 127;
    private static final int CLEARED = 7; // low bits of a scale, as many as 127 has

    private EightBits() {}

    /**
     * The scale of a row.
     *
     * @param row finite numbers
     * @return the largest absolute value over 127, rounded up; 0 if all are 0
     */
    public static float scale(float[] row) {
        float largest = 0;
        for (float value : row) {
            largest = Math.max(largest, Math.abs(value));
        }
        int bits = Float.floatToRawIntBits(largest / LARGEST);
        int mask = (1 << CLEARED) - 1;
        return Float.intBitsToFloat((bits + mask) & ~mask);
    }

    /**
     * A number in 8 bits.
     *
     * @param value of a row with this scale
     * @param scale of the row
     * @return -127 to 127
     */
    public static byte of(float value, float scale) {
        return scale == 0 ? 0 : (byte) Math.round(value / scale);
    }

    /** The row in single precision again. */
    static float[] rounded(float[] row) {
        float scale = scale(row);
        float[] rounded = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            rounded[i] = of(row[i], scale) * scale;
        }
        return rounded;
    }
}
