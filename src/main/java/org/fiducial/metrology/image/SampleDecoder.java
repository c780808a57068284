package org.fiducial.metrology.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Turns stored samples into pixels, in bulk: each call moves a block into an array of its own type and converts that, or,
 * where two 16-bit samples make a word of the plane as they lie in the file, takes the words.
 */
final class SampleDecoder {

    private static final int BLOCK = 4096;

    private final PixelType type;
    private final byte[] bytes = new byte[BLOCK];
    private final short[] shorts = new short[BLOCK];
    private final int[] ints = new int[BLOCK];
    private final double[] doubles = new double[BLOCK];

    SampleDecoder(PixelType type) {
        this.type = type;
    }

    /**
     * Decodes samples from the position of the source, in its byte order, and moves the position on.
     *
     * @param source at least count samples
     * @param count number of samples
     * @param target receives the samples; its pixels are of the type of this decoder
     * @param at index of the first sample in the target
     */
    void decode(ByteBuffer source, int count, PixelPlane target, int at) {
        int done = 0;
        if (type.bytes() == Short.BYTES && (at & 1) == 0) {
            done = count & ~1;
            decodePairs(source, done / 2, target, at / 2);
            source.position(source.position() + done * Short.BYTES);
        }
        while (done < count) {
            int block = Math.min(BLOCK, count - done);
            decodeBlock(source, block, target, at + done);
            source.position(source.position() + block * type.bytes());
            done += block;
        }
    }

    /** Words of two samples as a file in little-endian order holds them; of one in big-endian order the bytes are swapped. */
    private static void decodePairs(ByteBuffer source, int words, PixelPlane target, int at) {
        int[] pairs = target.pairs();
        source.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pairs, at, words);
        if (source.order() == ByteOrder.BIG_ENDIAN) {
            for (int i = at; i < at + words; i++) {
                pairs[i] = ((pairs[i] & 0x00ff_00ff) << 8) | ((pairs[i] >>> 8) & 0x00ff_00ff);
            }
        }
        if (target.raise() != 0) {
            for (int i = at; i < at + words; i++) {
                pairs[i] ^= 0x8000_8000;
            }
        }
    }

    private void decodeBlock(ByteBuffer source, int count, PixelPlane target, int at) {
        switch (type) {
            case UINT8 -> {
                source.duplicate().get(bytes, 0, count);
                for (int i = 0; i < count; i++) {
                    target.putBits(at + i, bytes[i] & 0xff);
                }
            }
            case UINT16, INT16 -> {
                source.asShortBuffer().get(shorts, 0, count);
                convert(shorts, count, target, at);
            }
            case UINT32, INT32 -> {
                source.asIntBuffer().get(ints, 0, count);
                convert(ints, count, target, at);
            }
            case FLOAT64 -> {
                source.asDoubleBuffer().get(doubles, 0, count);
                float[] numbers = target.numbers();
                for (int i = 0; i < count; i++) {
                    numbers[at + i] = (float) doubles[i];
                }
            }
            case FLOAT32 -> source.asFloatBuffer().get(target.numbers(), at, count);
        }
    }

    /** Takes 16-bit samples that are already in the byte order of the machine. */
    void convert(short[] source, int count, PixelPlane target, int at) {
        for (int i = 0; i < count; i++) {
            target.putBits(at + i, source[i]);
        }
    }

    /** Takes 32-bit samples that are already in the byte order of the machine, those of a smaller type one in each word. */
    void convert(int[] source, int count, PixelPlane target, int at) {
        float[] numbers = target.numbers();
        switch (type) {
            case UINT32 -> {
                for (int i = 0; i < count; i++) {
                    numbers[at + i] = source[i] & 0xffff_ffffL;
                }
            }
            case INT32 -> {
                for (int i = 0; i < count; i++) {
                    numbers[at + i] = source[i];
                }
            }
            case FLOAT32 -> {
                for (int i = 0; i < count; i++) {
                    numbers[at + i] = Float.intBitsToFloat(source[i]);
                }
            }
            case UINT8, UINT16, INT16 -> {
                for (int i = 0; i < count; i++) {
                    target.putBits(at + i, source[i]);
                }
            }
            case FLOAT64 -> throw new IllegalArgumentException("a sample of 64 bits does not fit into a word");
        }
    }
}
