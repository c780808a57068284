package org.fiducial.metrology.coregistration;

import java.util.Arrays;
import java.util.List;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.Raster;

/**
 * The mean of several beads seen from three sides: x–y, x–z and y–z through one place of each, z downwards in the file's order.
 *
 * <p>Each bead counts the same, its background 0 and its brightest voxels 1; values between voxels are interpolated linearly. The
 * mean is drawn on a finer grid than the voxels, since the beads lie at different places between them. Where no bead reaches,
 * there is nothing.
 */
final class AverageViews {

    private static final double DARK = 0.3;
    private static final double BRIGHT = 0.999;

    /** Points across a picture that a grid is refined to reach, and the finest step [voxels]. */
    private static final int FINE_POINTS = 90;

    private static final int FINEST = 4;

    private final List<Aligned> beads;
    private final double[] middle;
    private final double[] half;
    private final double[] step;
    private final VoxelSize voxel;

    /**
     * A bead and the place that is laid over those of the others.
     *
     * @param at in voxels of the stack
     */
    record Aligned(BeadVolume volume, Position at) {}

    /**
     * Views of some beads.
     *
     * @param middle of a picture from the place [voxels]; the planes go through the place itself
     * @param half how far a picture reaches to either side of its middle [voxels]
     */
    AverageViews(List<Aligned> beads, Position middle, Position half, VoxelSize voxel) {
        this.beads = beads;
        this.voxel = voxel;
        this.middle = new double[] {middle.x(), middle.y(), middle.z()};
        this.half = new double[] {half.x(), half.y(), half.z()};
        this.step = Arrays.stream(this.half)
                .map(each -> 1.0 / Math.max(1, Math.min(FINEST, (int) (FINE_POINTS / (2 * each + 1)))))
                .toArray();
    }

    Raster xy() {
        return view(0, 1);
    }

    Raster xz() {
        return view(0, 2);
    }

    Raster yz() {
        return view(1, 2);
    }

    private Raster view(int across, int down) {
        int columns = 2 * (int) Math.round(half[across] / step[across]) + 1;
        int rows = 2 * (int) Math.round(half[down] / step[down]) + 1;
        double[] sum = new double[columns * rows];
        int[] count = new int[sum.length];
        for (Aligned bead : beads) {
            float[] sorted = bead.volume().counts().clone();
            Arrays.sort(sorted);
            double dark = sorted[(int) (DARK * (sorted.length - 1))];
            double span = Math.max(1e-9, sorted[(int) (BRIGHT * (sorted.length - 1))] - dark);
            double[] place = {bead.at().x(), bead.at().y(), bead.at().z()};
            Sampling sampling = new Sampling(bead.volume());
            for (int i = 0; i < sum.length; i++) {
                double[] at = place.clone();
                at[across] += middle[across] + (i % columns - columns / 2) * step[across];
                at[down] += middle[down] + (i / columns - rows / 2) * step[down];
                if (sampling.holds(at)) {
                    sum[i] += (sampling.value(at) - dark) / span;
                    count[i]++;
                }
            }
        }
        float[] mean = new float[sum.length];
        float highest = 0;
        for (int i = 0; i < mean.length; i++) {
            mean[i] = count[i] == 0 ? 0 : (float) (sum[i] / count[i]);
            highest = Math.max(highest, mean[i]);
        }
        for (int i = 0; i < mean.length && highest > 0; i++) {
            mean[i] /= highest;
        }
        double[] pitch = {voxel.xUm(), voxel.yUm(), voxel.zUm()};
        return Raster.of(columns, rows, mean, pitch[across] * step[across], pitch[down] * step[down]);
    }

    /** Linear interpolation between the voxels of a volume, up to half a voxel beyond the outermost. */
    private record Sampling(BeadVolume volume) {

        boolean holds(double... at) {
            return holds(at[0] - volume.originX(), volume.sizeX())
                    && holds(at[1] - volume.originY(), volume.sizeY())
                    && (volume.sizeZ() == 1 || holds(at[2] - volume.originZ(), volume.sizeZ()));
        }

        private static boolean holds(double at, int size) {
            return at >= -0.5 && at <= size - 0.5;
        }

        double value(double... at) {
            double x = within(at[0] - volume.originX(), volume.sizeX());
            double y = within(at[1] - volume.originY(), volume.sizeY());
            double z = within(at[2] - volume.originZ(), volume.sizeZ());
            double sum = 0;
            for (int corner = 0; corner < 8; corner++) {
                int i = Math.min((int) x + (corner & 1), volume.sizeX() - 1);
                int j = Math.min((int) y + (corner >> 1 & 1), volume.sizeY() - 1);
                int k = Math.min((int) z + (corner >> 2), volume.sizeZ() - 1);
                double weight = share(x, corner & 1) * share(y, corner >> 1 & 1) * share(z, corner >> 2);
                sum += weight * volume.counts()[(k * volume.sizeY() + j) * volume.sizeX() + i];
            }
            return sum;
        }

        private static double within(double at, int size) {
            return Math.max(0, Math.min(size - 1.0, at));
        }

        private static double share(double at, int upper) {
            double rest = at - (int) at;
            return upper == 1 ? rest : 1 - rest;
        }
    }
}
