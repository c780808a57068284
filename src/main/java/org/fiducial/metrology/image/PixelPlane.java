package org.fiducial.metrology.image;

import java.util.Arrays;

/**
 * The pixels of one plane, stored compactly: those of at most 16 bits in pairs, others as numbers.
 *
 * <p>A pair is a word of 32 bits, the pixel with the even index in its lower half. This takes half the memory of numbers,
 * and the compiler's vector instructions, which want 32-bit lanes, work on it. Signed pixels are raised by 32,768, so that
 * halves are never negative.
 */
public final class PixelPlane {

    static final int SIGN_OFFSET = 32_768;

    private final PixelType type;
    private final int size;
    private final int[] pairs;
    private final float[] numbers;

    /**
     * A plane of zero bits.
     *
     * @param type of the pixels
     * @param size number of pixels
     */
    public PixelPlane(PixelType type, int size) {
        this.type = type;
        this.size = size;
        this.pairs = new int[paired(type) ? (size + 1) / 2 : 0];
        this.numbers = new float[paired(type) ? 0 : size];
    }

    private static boolean paired(PixelType type) {
        return type.bytes() <= Short.BYTES;
    }

    /** Bytes that a plane of so many pixels takes in memory. */
    public static long bytes(PixelType type, int size) {
        return paired(type) ? Integer.BYTES * ((size + 1L) / 2) : (long) Float.BYTES * size;
    }

    /** Number of pixels. */
    public int size() {
        return size;
    }

    PixelType type() {
        return type;
    }

    boolean paired() {
        return paired(type);
    }

    /** The words, empty if pixels are stored as numbers; shared, not copied. */
    int[] pairs() {
        return pairs;
    }

    /** The numbers, empty if pixels are stored in pairs; shared, not copied. */
    float[] numbers() {
        return numbers;
    }

    /** What a stored half is more than its pixel. */
    int raise() {
        return type == PixelType.INT16 ? SIGN_OFFSET : 0;
    }

    /** The value of a pixel in detector counts as stored. */
    public float at(int index) {
        return paired() ? half(index) - raise() : numbers[index];
    }

    private int half(int index) {
        int pair = pairs[index >> 1];
        return (index & 1) == 0 ? pair & 0xffff : pair >>> 16;
    }

    /** Stores the sixteen bits of a pixel of a paired plane, as a file holds them. */
    void putBits(int index, int bits) {
        int half = (bits + raise()) & 0xffff;
        int pair = pairs[index >> 1];
        pairs[index >> 1] = (index & 1) == 0 ? (pair & 0xffff_0000) | half : (pair & 0xffff) | (half << 16);
    }

    /** Copies pixels as numbers in detector counts. */
    public void copy(int from, int count, float[] target, int at) {
        if (!paired()) {
            System.arraycopy(numbers, from, target, at, count);
            return;
        }
        int[] words = pairs;
        int raise = raise();
        for (int i = from; i < from + count; i++) {
            int shift = (i & 1) << 4;
            target[at + i - from] = ((words[i >> 1] >>> shift) & 0xffff) - raise;
        }
    }

    /** Takes numbers for its pixels, as many as there are; those of a paired plane are whole and within its type. */
    public void fill(float[] values) {
        if (!paired()) {
            System.arraycopy(values, 0, numbers, 0, size);
            return;
        }
        for (int i = 0; i < size; i++) {
            putBits(i, (int) values[i]);
        }
    }

    /** Sets some pixels to one value. */
    void fill(int from, int to, float value) {
        if (!paired()) {
            Arrays.fill(numbers, from, to, value);
            return;
        }
        for (int i = from; i < to; i++) {
            putBits(i, (int) value);
        }
    }

    /** Replaces what is not a finite number by zero. */
    public void makeFinite() {
        for (int i = 0; i < numbers.length; i++) {
            if (!(Math.abs(numbers[i]) <= Float.MAX_VALUE)) {
                numbers[i] = 0;
            }
        }
    }
}
