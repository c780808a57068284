package org.fiducial.metrology.image;

import java.util.OptionalInt;
import org.fiducial.metrology.image.ImageFacts.Levels;
import org.fiducial.metrology.image.ImageFacts.Shares;

/**
 * Gathers {@link ImageFacts} from planes as they are read, in one pass and constant memory; one collector a channel.
 *
 * <p>8- and 16-bit types are counted value by value; the others in bins of one 128th of an octave (below 0.8 % wide).
 */
public final class ImageFactsCollector {

    private static final int BINS = 1 << 16;
    private static final int SIGN_OFFSET = PixelPlane.SIGN_OFFSET;

    private final PixelType type;
    private final boolean byValue;
    private final int shift;
    /** Two tables by turns: neighbouring voxels often hold the same value, and one counter would wait for itself. */
    private final int[] even = new int[BINS];

    private final int[] odd = new int[BINS];
    private final long[] total = new long[BINS];
    private long uncounted;
    private long seen;
    private long notNumbers;
    private long zeros;
    private long atMaximum;
    private float minimum = Float.POSITIVE_INFINITY;
    private float maximum = Float.NEGATIVE_INFINITY;

    /** Creates a collector for the planes of one channel. */
    public ImageFactsCollector(PixelType type) {
        this.type = type;
        this.byValue = type.bytes() <= Short.BYTES;
        this.shift = type == PixelType.INT16 ? SIGN_OFFSET : 0;
    }

    /** Counts all pixels of a plane of the type of this collector. */
    public void accept(PixelPlane plane) {
        if (plane.type() != type) {
            throw new IllegalArgumentException("pixels of " + plane.type() + " were shown to the facts of " + type);
        }
        expect(plane.size());
        if (byValue) {
            countPairs(plane);
        } else {
            countBins(plane.numbers());
        }
    }

    private void expect(int count) {
        if (uncounted + count > Integer.MAX_VALUE) {
            flush();
        }
        uncounted += count;
        seen += count;
    }

    private void countPairs(PixelPlane plane) {
        int[] pairs = plane.pairs();
        int[] ofEven = even;
        int[] ofOdd = odd;
        for (int pair : pairs) {
            ofEven[pair & 0xffff]++;
            ofOdd[pair >>> 16]++;
        }
        if (plane.size() % 2 == 1) {
            ofOdd[pairs[pairs.length - 1] >>> 16]--;
        }
    }

    private void countBins(float[] values) {
        for (float value : values) {
            if (!(Math.abs(value) <= Float.MAX_VALUE)) {
                notNumbers++;
                continue;
            }
            even[bin(value)]++;
            if (value == 0) {
                zeros++;
            }
            if (value < minimum) {
                minimum = value;
            }
            if (value > maximum) {
                maximum = value;
                atMaximum = 0;
            }
            if (value == maximum) {
                atMaximum++;
            }
        }
    }

    /** Bins in rising order of the value: the upper half of the bits of a float, mirrored for negative ones. */
    private static int bin(float value) {
        int upper = Float.floatToRawIntBits(value) >>> 16;
        return value < 0 ? SIGN_OFFSET - 1 - (upper & 0x7fff) : SIGN_OFFSET + (upper & 0x7fff);
    }

    private static double binCentre(int bin) {
        int upper = bin >= SIGN_OFFSET ? bin - SIGN_OFFSET : SIGN_OFFSET - 1 - bin;
        double from = Float.intBitsToFloat(upper << 16);
        double to = Float.intBitsToFloat((upper << 16) | 0xffff);
        double centre = upper == 0 ? 0 : 0.5 * (from + to);
        return bin >= SIGN_OFFSET ? centre : -centre;
    }

    private void flush() {
        for (int i = 0; i < BINS; i++) {
            total[i] += even[i] + (long) odd[i];
            even[i] = 0;
            odd[i] = 0;
        }
        uncounted = 0;
    }

    /**
     * The facts of all planes so far.
     *
     * @throws IllegalStateException if there was no voxel
     */
    public ImageFacts facts() {
        if (seen == 0) {
            throw new IllegalStateException("no voxel was counted");
        }
        flush();
        if (byValue) {
            minimum = firstUsed() - shift;
            maximum = lastUsed() - shift;
            zeros = total[shift];
            atMaximum = total[lastUsed()];
        }
        Shares shares = new Shares((double) notNumbers / seen, (double) zeros / seen);
        if (notNumbers == seen) {
            return new ImageFacts(
                    type, seen, new Levels(0, 0, 0, 0, 0), OptionalInt.empty(), SaturationFinder.NONE, shares);
        }
        OptionalInt bits = byValue ? OptionalInt.of(bitsInUse()) : OptionalInt.empty();
        Levels levels = new Levels(minimum, within(quantile(0.01)), within(mode()), within(quantile(0.5)), maximum);
        SaturationFinder finder = new SaturationFinder(type, maximum, atMaximum, levels.mode());
        return new ImageFacts(type, seen, levels, bits, finder.find(this::countBetween, fullScale()), shares);
    }

    private double within(double level) {
        return Math.max(minimum, Math.min(maximum, level));
    }

    private double level(int bin) {
        return byValue ? bin - shift : binCentre(bin);
    }

    /** Voxels with a value in [from, to), as well as the bins tell. */
    private long countBetween(double from, double to) {
        long count = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double level = level(bin);
            if (total[bin] > 0 && level >= from && level < to) {
                count += total[bin];
            }
        }
        return count;
    }

    private int firstUsed() {
        int bin = 0;
        while (total[bin] == 0) {
            bin++;
        }
        return bin;
    }

    private int lastUsed() {
        int bin = BINS - 1;
        while (total[bin] == 0) {
            bin--;
        }
        return bin;
    }

    private double quantile(double share) {
        long wanted = (long) Math.ceil(share * (seen - notNumbers));
        long below = 0;
        int bin = firstUsed();
        while (below + total[bin] < wanted) {
            below += total[bin++];
        }
        return level(bin);
    }

    private double mode() {
        double median = quantile(0.5);
        int best = firstUsed();
        for (int bin = best; bin < BINS && level(bin) <= median; bin++) {
            if (total[bin] > total[best]) {
                best = bin;
            }
        }
        return level(best);
    }

    /** The power of two that divides every value: 4 where 14 bits stand in the upper bits of 16. */
    private int commonStep() {
        int step = 0;
        for (int bin = 0; bin < BINS && step != 1; bin++) {
            if (total[bin] > 0) {
                step = gcd(step, Math.abs(bin - shift));
            }
        }
        return Math.max(1, Integer.lowestOneBit(step));
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private int bitsInUse() {
        int largest = (int) Math.max(maximum, 0) / commonStep();
        for (int bits : new int[] {8, 10, 12, 14}) {
            if (largest < 1 << bits) {
                return bits;
            }
        }
        return 16;
    }

    /** The largest number of the detector whose bits are in use, in the values of the file. */
    private double fullScale() {
        return byValue && type != PixelType.INT16 ? ((1 << bitsInUse()) - 1.0) * commonStep() : type.fullScale();
    }
}
