package org.fiducial.metrology.bead;

import java.util.Arrays;
import java.util.Optional;
import org.fiducial.metrology.numeric.Estimate;
import org.fiducial.metrology.numeric.RobustStatistics;

/**
 * The background a bead stands on, from far outside it: the median of the means of 24 cells.
 *
 * <p>The cells divide the voxels beyond 2.4 widths sideways of the bead into eight sectors and three layers. Means keep
 * the photon statistics (the median of a few electrons a voxel is a whole number and too low), the median over cells
 * ignores neighbours, and the distance keeps the skirt of a widefield image below half a per cent of the peak. Where the
 * volume is too small for that, the outermost voxels are taken. Where the detector cuts off the dark, {@link
 * ClippedBackground} takes the place of the mean.
 */
final class LocalBackground {

    private static final int SECTORS = 8;
    private static final int LAYERS = 3;
    private static final double DISTANCE_FWHM = 2.4;
    /** Cells of fewer voxels than this say nothing. */
    private static final int LEAST_IN_CELL = 5;

    private final double[] sums = new double[SECTORS * LAYERS];
    private final int[] counts = new int[SECTORS * LAYERS];
    private int zeros;
    private int negatives;

    private LocalBackground() {}

    /** The background [e⁻ per voxel] with the standard error of a median of means; empty without enough voxels. */
    static Optional<Estimate> of(BeadVolume volume, NoiseModel noise, CoreRegion.Frame frame) {
        double fwhmX = GaussianVolumeResult.FWHM_PER_SIGMA * frame.scale().x();
        double fwhmY = GaussianVolumeResult.FWHM_PER_SIGMA * frame.scale().y();
        for (double distance = DISTANCE_FWHM; distance > 1; distance *= 0.8) {
            LocalBackground cells = new LocalBackground();
            cells.gather(volume, frame.centre(), distance * fwhmX, distance * fwhmY);
            Optional<Estimate> background = cells.median(noise);
            if (background.isPresent()) {
                return Optional.of(cells.withoutClipping(background.get(), noise));
            }
        }
        return Optional.empty();
    }

    private void gather(BeadVolume volume, Position centre, double farX, double farY) {
        int[] far = far(volume, centre, farX, farY);
        float[] voxels = volume.counts();
        int planeSize = volume.sizeX() * volume.sizeY();
        for (int z = 0; z < volume.sizeZ(); z++) {
            int firstCell = z * LAYERS / volume.sizeZ() * SECTORS;
            int firstVoxel = z * planeSize;
            for (int place : far) {
                float value = voxels[firstVoxel + place / SECTORS];
                int cell = firstCell + place % SECTORS;
                sums[cell] += value;
                counts[cell]++;
                zeros += value == 0 ? 1 : 0;
                negatives += value < 0 ? 1 : 0;
            }
        }
    }

    /** The columns of the volume far enough off, each as index in the plane × sectors + sector. */
    private static int[] far(BeadVolume volume, Position centre, double farX, double farY) {
        double centreX = centre.x() - volume.originX();
        double centreY = centre.y() - volume.originY();
        int[] far = new int[volume.sizeX() * volume.sizeY()];
        int n = 0;
        for (int y = 0; y < volume.sizeY(); y++) {
            double v = (y - centreY) / farY;
            for (int x = 0; x < volume.sizeX(); x++) {
                double u = (x - centreX) / farX;
                if (u * u + v * v >= 1) {
                    far[n++] = (y * volume.sizeX() + x) * SECTORS + sector(u, v);
                }
            }
        }
        return Arrays.copyOf(far, n);
    }

    private static int sector(double u, double v) {
        int sector = u >= 0 ? 0 : 1;
        sector += v >= 0 ? 0 : 2;
        return sector + (Math.abs(u) > Math.abs(v) ? 0 : 4);
    }

    private Estimate withoutClipping(Estimate background, NoiseModel noise) {
        int voxels = Arrays.stream(counts).sum();
        double shareOfZeros = (double) zeros / voxels;
        if (negatives > 0 || !ClippedBackground.applies(noise, shareOfZeros)) {
            return background;
        }
        return new ClippedBackground(noise).solve(shareOfZeros, voxels);
    }

    private Optional<Estimate> median(NoiseModel noise) {
        double[] means = new double[sums.length];
        int n = 0;
        int voxels = 0;
        for (int cell = 0; cell < sums.length; cell++) {
            if (counts[cell] >= LEAST_IN_CELL) {
                means[n++] = noise.electrons(sums[cell] / counts[cell]);
                voxels += counts[cell];
            }
        }
        if (n < sums.length / 2) {
            return Optional.empty();
        }
        double[] found = Arrays.copyOf(means, n);
        double median = RobustStatistics.median(found);
        double quartiles = RobustStatistics.quantile(found, 0.75) - RobustStatistics.quantile(found, 0.25);
        double counting = Math.max(0, median) + noise.readNoise() * noise.readNoise();
        // sd of the cell means from their quartiles, standard error of a median 1.253 sd/√n, never below photon noise.
        double u = Math.max(1.253 * quartiles / 1.349 / Math.sqrt(n), Math.sqrt(counting / voxels));
        return Optional.of(new Estimate(median, u));
    }
}
