package org.fiducial.metrology.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Turns stored samples into numbers, in bulk: each call moves a block into an array of its own type and converts that,
 * which the compiler turns into vector instructions.
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
     * @param target receives the samples
     * @param at index of the first sample in the target
     */
    void decode(ByteBuffer source, int count, float[] target, int at) {
        decode(source, count, target, at, Optional.empty());
    }

    /** Decodes samples as above and counts them, those of 16 bits while they are at hand as they are stored. */
    void decode(ByteBuffer source, int count, float[] target, int at, Optional<ImageFactsCollector> facts) {
        if (type == PixelType.FLOAT32) {
            source.asFloatBuffer().get(target, at, count);
            source.position(source.position() + count * Float.BYTES);
            facts.ifPresent(each -> each.accept(target, at, count));
            return;
        }
        for (int done = 0; done < count; done += BLOCK) {
            int block = Math.min(BLOCK, count - done);
            decodeBlock(source, block, target, at + done);
            if (facts.isPresent()) {
                show(facts.get(), block, target, at + done);
            }
            source.position(source.position() + block * type.bytes());
        }
    }

    private void show(ImageFactsCollector facts, int count, float[] target, int at) {
        switch (type) {
            case UINT16, INT16 -> facts.accept(shorts, count);
            case UINT8, UINT32, INT32, FLOAT32, FLOAT64 -> facts.accept(target, at, count);
        }
    }

    private void decodeBlock(ByteBuffer source, int count, float[] target, int at) {
        switch (type) {
            case UINT8 -> {
                source.duplicate().get(bytes, 0, count);
                for (int i = 0; i < count; i++) {
                    target[at + i] = bytes[i] & 0xff;
                }
            }
            case UINT16, INT16 -> {
                source.asShortBuffer().get(shorts, 0, count);
                convert(shorts, 0, count, target, at);
            }
            case UINT32, INT32 -> {
                source.asIntBuffer().get(ints, 0, count);
                convert(ints, 0, count, target, at);
            }
            case FLOAT64 -> {
                source.asDoubleBuffer().get(doubles, 0, count);
                for (int i = 0; i < count; i++) {
                    target[at + i] = (float) doubles[i];
                }
            }
            case FLOAT32 -> source.asFloatBuffer().get(target, at, count);
        }
    }

    /** Converts 16-bit samples that are already in the byte order of the machine. */
    void convert(short[] source, int from, int count, float[] target, int at) {
        if (type == PixelType.INT16) {
            for (int i = 0; i < count; i++) {
                target[at + i] = source[from + i];
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            target[at + i] = source[from + i] & 0xffff;
        }
    }

    /** Converts 32-bit samples that are already in the byte order of the machine. */
    void convert(int[] source, int from, int count, float[] target, int at) {
        switch (type) {
            case UINT32 -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = source[from + i] & 0xffff_ffffL;
                }
            }
            case FLOAT32 -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = Float.intBitsToFloat(source[from + i]);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    target[at + i] = source[from + i];
                }
            }
        }
    }
}
