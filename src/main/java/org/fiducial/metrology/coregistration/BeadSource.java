package org.fiducial.metrology.coregistration;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.acquisition.ExpectedBeads;
import org.fiducial.metrology.acquisition.Figures3;
import org.fiducial.metrology.acquisition.TheoreticalResolution;
import org.fiducial.metrology.bead.BeadWatch;
import org.fiducial.metrology.bead.NoiseModel;
import org.fiducial.metrology.image.CountedStack;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.Raster;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.quantity.Unit;

/**
 * How the beads of a channel are located: as points where they are of the size of the resolution, as soft-edged balls where
 * they are larger than 1.5 theoretical widths (than 1 µm where no theory is known). Where nobody says how large they are,
 * images twice as wide as theory (as 1 µm) are taken for balls: an aberrated point is narrower, a ball of 1.5 widths that is
 * not told from a point is located as well by either.
 */
final class BeadSource {

    private static final double LARGE_WIDTHS = 1.5;
    private static final double WIDE_IMAGE = 2;
    private static final double LARGE_UM = 1;

    /** Of a ball that is stained unevenly no more than a part stands above half height. */
    private static final double UNEVEN = 1.2;

    /** Pixels of the picture and share of its brightest value below which something may be noise. */
    private static final int LEAST_AREA = 5;

    private static final double BRIGHT = 0.25;

    /** Width of an image whose optics nobody knows [µm]. */
    private static final double USUAL_WIDTH_UM = 0.3;

    private final ChannelOptics optics;
    private final VoxelSize voxel;
    private final OptionalDouble widthUm;
    private final Optional<Double> diameterUm;

    BeadSource(ChannelOptics optics, VoxelSize voxel) {
        this.optics = optics;
        this.voxel = voxel;
        this.widthUm = TheoreticalResolution.lateral(optics).known();
        this.diameterUm = optics.number("bead-diameter", Unit.MICROMETRE);
    }

    /**
     * The beads of a channel.
     *
     * @param beads as found
     * @param guessed what to say if their size was judged by their image
     * @param ofSaturation what becomes of saturated voxels, for a remark
     */
    record Found(ChannelBeads beads, Optional<Remark> guessed, String ofSaturation) {}

    /** The beads of a channel of a stack, given by its index from 0. */
    Found in(CountedStack stack, int index, BeadWatch watch) {
        double largestPointUm = widthUm.isPresent() ? LARGE_WIDTHS * widthUm.getAsDouble() : LARGE_UM;
        if (diameterUm.filter(diameter -> diameter > largestPointUm).isPresent()) {
            double imageUm = Math.hypot(diameterUm.orElseThrow(), widthUm.orElse(USUAL_WIDTH_UM));
            return balls(stack, index, imageUm, Optional.empty(), watch);
        }
        ChannelBeads points =
                new SmallBeads(voxel, ExpectedBeads.search(optics, voxel)).in(stack, index, optics.channel(), watch);
        double widestPointUm = widthUm.isPresent() ? WIDE_IMAGE * widthUm.getAsDouble() : LARGE_UM;
        OptionalDouble wideUm = wideUm(points.overview().raster(), widestPointUm);
        if (diameterUm.isEmpty() && wideUm.isPresent()) {
            double imageUm = wideUm.getAsDouble();
            return balls(stack, index, UNEVEN * imageUm, Optional.of(guessed(imageUm)), watch);
        }
        return new Found(points, Optional.empty(), "saturated beads are rejected, use less light.");
    }

    private Found balls(CountedStack stack, int index, double imageUm, Optional<Remark> guessed, BeadWatch watch) {
        ChannelBeads beads = new LargeBeads(voxel, imageUm, noise()).in(stack, index, optics.channel(), watch);
        return new Found(beads, guessed, "they were left out of the fits of the beads, use less light.");
    }

    /**
     * Width of what stands out in a field from above: the diameter of a disc of the area above half height [µm]. Of the wide
     * ones the median, if those are the more.
     */
    private static OptionalDouble wideUm(Raster seen, double widestPointUm) {
        double pixelUm2 = seen.pixelWidthUm() * seen.pixelHeightUm();
        float[] values = seen.values();
        double highest = 0;
        for (float value : values) {
            highest = Math.max(highest, value);
        }
        double bright = BRIGHT * highest;
        double[] widths = Patch.in(values, seen.width()).stream()
                .filter(patch -> patch.area() >= LEAST_AREA)
                .filter(patch -> seen.value((int) Math.rint(patch.x()), (int) Math.rint(patch.y())) >= bright)
                .mapToDouble(patch -> 2 * Math.sqrt(patch.area() * pixelUm2 / Math.PI))
                .sorted()
                .toArray();
        double[] wide =
                Arrays.stream(widths).filter(each -> each > widestPointUm).toArray();
        return 2 * wide.length > widths.length ? OptionalDouble.of(wide[wide.length / 2]) : OptionalDouble.empty();
    }

    private Remark guessed(double imageUm) {
        double ownUm = widthUm.orElse(0);
        String times = widthUm.isPresent() ? ", " + Figures3.of(imageUm / ownUm) + " times the theoretical width" : "";
        return new Remark(
                "LARGE_BEADS",
                Remark.Severity.CAUTION,
                "Channel " + optics.channel() + ": the images of the beads are " + Figures3.of(imageUm) + " µm wide"
                        + times
                        + ", so they were located as balls of about "
                        + Figures3.of(Math.sqrt(Math.max(0, imageUm * imageUm - ownUm * ownUm)))
                        + " µm, not as points; give their diameter, for instance with --set bead-diameter=4um, and check the"
                        + " focus if they are small.");
    }

    private NoiseModel noise() {
        Optional<Double> gain = optics.number("gain", Unit.ELECTRON_PER_COUNT);
        double offset = optics.number("offset", Unit.COUNT).orElse(0.0);
        double readNoise = optics.number("read-noise", Unit.ELECTRON).orElse(1.0);
        return new NoiseModel(
                gain.orElse(1.0),
                offset,
                readNoise,
                gain.isPresent() ? NoiseModel.Knowledge.STATED : NoiseModel.Knowledge.ESTIMATED);
    }
}
