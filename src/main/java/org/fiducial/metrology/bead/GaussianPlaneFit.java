package org.fiducial.metrology.bead;

import java.util.Optional;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.Estimate;
import org.fiducial.metrology.numeric.LeastSquaresFit;
import org.fiducial.metrology.numeric.LevenbergMarquardt;

/**
 * The widths other tools report, for comparison: least squares with a free offset, no photon statistics, no pixel
 * integration.
 *
 * <p>x and y: a Gaussian with axes along the pixels in the plane of the brightest voxel, over ± 1.5 half-maximum widths.
 * z: a Gaussian over the whole column of the volume through that voxel. Of a real point spread function such a width
 * depends on its window (by −14 to +25 %), so the window is part of the answer.
 */
public final class GaussianPlaneFit {

    private static final double HALF_WINDOW_FWHM = 1.5;
    private static final int LEAST_HALF_WINDOW_PX = 3;
    private static final LevenbergMarquardt SEARCH = LevenbergMarquardt.direct(300);

    private final VoxelSize voxels;
    private final NoiseModel noise;

    /** A fit for stacks of one sampling and one detector. */
    public GaussianPlaneFit(VoxelSize voxels, NoiseModel noise) {
        this.voxels = voxels;
        this.noise = noise;
    }

    /**
     * Fits one bead.
     *
     * @param volume the bead; its whole depth is used along z
     * @param seed its brightest place to within two voxels [voxel indices of the stack]
     */
    public FitOutcome<GaussianPlane> fit(BeadVolume volume, Position seed) {
        return BeadGuess.of(volume, noise, seed)
                .map(start -> fit(volume, start))
                .orElse(new FitOutcome.NotFitted<>(FitFailure.NO_SIGNAL));
    }

    /** Fits one bead from a first idea of it. */
    FitOutcome<GaussianPlane> fit(BeadVolume volume, BeadGuess start) {
        int[] brightest = brightest(volume, start.centre());
        VoxelBox plane = window(volume, start, brightest);
        VoxelBox column = new VoxelBox(brightest[0], brightest[1], volume.originZ(), 1, 1, volume.sizeZ());
        if (plane.voxels() < 12 || column.sizeZ() < 6) {
            return new FitOutcome.NotFitted<>(FitFailure.TOO_FEW_VOXELS);
        }
        double[] inPlane = plane.electrons(volume, noise);
        double[] along = column.electrons(volume, noise);
        Optional<LeastSquaresFit> lateral = fitPlane(inPlane, plane, start);
        Optional<LeastSquaresFit> axial = fitColumn(along, column, start);
        if (lateral.isEmpty() || axial.isEmpty()) {
            return new FitOutcome.NotFitted<>(FitFailure.NOT_CONVERGED);
        }
        LeastSquaresFit xy = lateral.get();
        LeastSquaresFit z = axial.get();
        AxisEstimates fwhm = new AxisEstimates(
                fwhm(xy.parameter(3), voxels.xUm()),
                fwhm(xy.parameter(5), voxels.yUm()),
                fwhm(z.parameter(3), voxels.zUm()));
        Position centre = new Position(
                plane.x0() + xy.parameters()[2], plane.y0() + xy.parameters()[4], column.z0() + z.parameters()[2]);
        if (!VoxelBox.of(volume).contains(centre)) {
            return new FitOutcome.NotFitted<>(FitFailure.CENTRE_OUTSIDE);
        }
        if (!plausible(xy.parameters()[3], volume.sizeX())
                || !plausible(xy.parameters()[5], volume.sizeY())
                || !plausible(z.parameters()[3], volume.sizeZ())) {
            return new FitOutcome.NotFitted<>(FitFailure.WIDTH_OUT_OF_RANGE);
        }
        VoxelBox window =
                new VoxelBox(plane.x0(), plane.y0(), column.z0(), plane.sizeX(), plane.sizeY(), column.sizeZ());
        return new FitOutcome.Fitted<>(
                new GaussianPlane(fwhm, centre, window, rSquared(xy, inPlane), rSquared(z, along)));
    }

    /** Indices in the stack of the brightest voxel within two of a place. */
    private static int[] brightest(BeadVolume volume, Position near) {
        VoxelBox box = VoxelBox.round(volume, near, new Position(2, 2, 2));
        int[] best = {box.x0(), box.y0(), box.z0()};
        float highest = Float.NEGATIVE_INFINITY;
        for (int z = box.z0(); z < box.z0() + box.sizeZ(); z++) {
            for (int y = box.y0(); y < box.y0() + box.sizeY(); y++) {
                for (int x = box.x0(); x < box.x0() + box.sizeX(); x++) {
                    int row = (z - volume.originZ()) * volume.sizeY() + y - volume.originY();
                    float value = volume.counts()[row * volume.sizeX() + x - volume.originX()];
                    if (value > highest) {
                        highest = value;
                        best = new int[] {x, y, z};
                    }
                }
            }
        }
        return best;
    }

    private static VoxelBox window(BeadVolume volume, BeadGuess start, int[] brightest) {
        double factor = HALF_WINDOW_FWHM * GaussianVolumeResult.FWHM_PER_SIGMA;
        Position half = new Position(
                Math.max(LEAST_HALF_WINDOW_PX, factor * start.sigma().x()),
                Math.max(LEAST_HALF_WINDOW_PX, factor * start.sigma().y()),
                0);
        return VoxelBox.round(volume, new Position(brightest[0], brightest[1], brightest[2]), half);
    }

    private static Optional<LeastSquaresFit> fitPlane(double[] electrons, VoxelBox plane, BeadGuess start) {
        double[] theta = {
            start.background(),
            start.peak(),
            start.centre().x() - plane.x0(),
            Math.log(start.sigma().x()),
            start.centre().y() - plane.y0(),
            Math.log(start.sigma().y())
        };
        return SEARCH.fit(GaussianRegression.plane(plane.sizeX()), electrons, theta)
                .converged();
    }

    private static Optional<LeastSquaresFit> fitColumn(double[] electrons, VoxelBox column, BeadGuess start) {
        double[] theta = {
            start.background(),
            start.peak(),
            start.centre().z() - column.z0(),
            Math.log(start.sigma().z())
        };
        return SEARCH.fit(GaussianRegression.line(), electrons, theta).converged();
    }

    private static Estimate fwhm(Estimate logSigma, double sizeUm) {
        double fwhmUm = GaussianVolumeResult.FWHM_PER_SIGMA * Math.exp(logSigma.value()) * sizeUm;
        return new Estimate(fwhmUm, fwhmUm * logSigma.u());
    }

    private static boolean plausible(double logSigma, int size) {
        return logSigma > Math.log(0.2) && logSigma < Math.log(size);
    }

    private static double rSquared(LeastSquaresFit fit, double[] observed) {
        double mean = 0;
        for (double each : observed) {
            mean += each / observed.length;
        }
        double total = 0;
        for (double each : observed) {
            total += (each - mean) * (each - mean);
        }
        return total > 0 ? 1 - fit.residualSumOfSquares() / total : 0;
    }
}
