package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.NoiseModel;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.CholeskyFactor;
import org.fiducial.metrology.numeric.FisherScoring;

/**
 * The centre of a bead as that of a {@link GeneralGaussian}, by maximum likelihood.
 *
 * <p>For what the 3-D Gaussian of the bead package does not serve: beads in a single plane (β = 1, x and y only) and beads
 * of many resolutions (β free). Fitted are the voxels within an ellipse about the centre, which is moved once after a first
 * fit; voxels at full scale are left out. Uncertainties are photon noise (inverse Fisher information), with an estimated noise
 * model times √(χ²/dof), so that counts need no gain. Along z the window reaches as far up as down.
 *
 * <p>It stands for the sphere convolved with a point spread: on diffraction images (NA 1.4, peak 500 electrons, pixels of 65
 * and 100 nm) of balls of 1 µm (widefield) and 4 µm a sphere convolved with a Gaussian, stretched alike, scattered by the same
 * to 6 %; at 0.5 µm and under aberration it mostly did not converge; 6 µm was not compared. On balls of 0.5 to 6 µm the bias
 * of a shift is below 0.5 nm in the plane and 1 nm along z; scatter in the plane is that of the
 * Cramér–Rao bound of a known image, along z 1.1 to 1.3 times that bound in a confocal and, for the light out of focus that neither
 * model has, 1.5 to 4 times (1.3 to 2.4 nm) in a widefield microscope. With 0.3 waves of spherical aberration z scatters by up to 9 nm,
 * since the lopsided tail is cut by the window; how far the centre of gravity lies apart is stated as doubt about the model.
 */
final class CentreFit {

    private static final FisherScoring SEARCH = new FisherScoring(1e-6, 80);

    /** Radius of the window [FWHM]: of a Gaussian 3.5 σ, of a bead with a flat top its edge and background beyond it. */
    private static final double GAUSSIAN_REACH = 1.5;

    private static final double FLAT_TOP_REACH = 0.95;

    /** Planes up to here count however near the end of the stack [half widths at half maximum along z]. */
    private static final double LEAST_UP = 1.4;

    /** Samples for each parameter below which a fit says nothing. */
    private static final int FEWEST_SAMPLES = 3;

    private final VoxelSize voxel;
    private final NoiseModel noise;
    private final double ceiling;

    /**
     * A fit for one channel.
     *
     * @param noise counts as electrons; only its ratio of variances matters where it is estimated
     * @param ceiling counts from here on are clipped
     */
    CentreFit(VoxelSize voxel, NoiseModel noise, double ceiling) {
        this.voxel = voxel;
        this.noise = noise;
        this.ceiling = ceiling;
    }

    /**
     * What is expected of a bead.
     *
     * @param centreUm from the centre of the first voxel of the stack
     * @param fwhmUm full width at half maximum along each axis
     * @param flatTop whether it is many resolutions large
     */
    record Expected(Position centreUm, Position fwhmUm, boolean flatTop) {}

    /**
     * A fitted centre.
     *
     * @param um from the centre of the first voxel of the stack; z as expected where there is one plane
     * @param u photon-noise standard uncertainty [µm]; 0 along z where there is one plane
     * @param endShare the larger share of the height that is left at the first or last plane of the stack's box
     */
    record Centre(Position um, Position u, double endShare) {}

    /** The centre, if a fit converges within the volume. */
    Optional<Centre> of(BeadVolume volume, Expected expected) {
        boolean flat = volume.sizeZ() == 1;
        Position centre = expected.centreUm();
        double[] theta = {};
        double halfHeightUm = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 2; round++) {
            GeneralGaussian.Samples samples = samples(volume, centre, expected, halfHeightUm);
            double background = quantile(samples.electrons(), 0.2);
            double variance = Math.max(noise.readNoise() * noise.readNoise(), 1e-3);
            GeneralGaussian model = new GeneralGaussian(samples, variance, expected.flatTop());
            if (samples.electrons().length < FEWEST_SAMPLES * model.size()) {
                return Optional.empty();
            }
            double[] start = theta.length == 0 ? start(samples, background, centre, expected, flat) : theta;
            Optional<FisherScoring.Maximum> found = SEARCH.maximise(model, start);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            theta = found.get().theta();
            centre = new Position(theta[2], theta[3], flat ? centre.z() : theta[4]);
            if (!inside(volume, centre)) {
                return Optional.empty();
            }
            halfHeightUm = flat ? halfHeightUm : model.halfWidth(theta, 2);
            if (round == 1) {
                return centre(model, found.get(), samples, volume, centre);
            }
        }
        return Optional.empty();
    }

    private Optional<Centre> centre(
            GeneralGaussian model,
            FisherScoring.Maximum found,
            GeneralGaussian.Samples samples,
            BeadVolume volume,
            Position centre) {
        int p = model.size();
        boolean flat = volume.sizeZ() == 1;
        double[] theta = found.theta();
        Optional<double[]> inverse = CholeskyFactor.of(found.information(), p).map(CholeskyFactor::inverse);
        if (inverse.isEmpty()) {
            return Optional.empty();
        }
        double spread = spread(model, theta, samples);
        double ux = spread * Math.sqrt(inverse.get()[2 * p + 2]);
        double uy = spread * Math.sqrt(inverse.get()[3 * p + 3]);
        double uz = flat ? 0 : spread * Math.sqrt(inverse.get()[4 * p + 4]);
        double first = volume.originZ() * voxel.zUm();
        double last = (volume.originZ() + volume.sizeZ() - 1) * voxel.zUm();
        double end = flat
                ? 0
                : Math.max(
                        model.share(theta, centre.x(), centre.y(), first),
                        model.share(theta, centre.x(), centre.y(), last));
        return Optional.of(new Centre(centre, new Position(ux, uy, uz), end));
    }

    /** √(χ²/dof), for counts whose noise is not stated; at least 1 where it is. */
    private double spread(GeneralGaussian model, double[] theta, GeneralGaussian.Samples samples) {
        double sum = 0;
        int n = samples.electrons().length;
        double[] place = new double[samples.at().length];
        double variance = Math.max(noise.readNoise() * noise.readNoise(), 1e-3);
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < place.length; i++) {
                place[i] = samples.at()[i][k];
            }
            double mean = theta[0] + Math.exp(theta[1]) * model.share(theta, place);
            double error = samples.electrons()[k] - mean;
            sum += error * error / (mean + variance);
        }
        double spread = Math.sqrt(sum / Math.max(1, n - model.size()));
        return noise.knowledge() == NoiseModel.Knowledge.STATED ? Math.max(1, spread) : spread;
    }

    private static double[] start(
            GeneralGaussian.Samples samples, double background, Position centre, Expected expected, boolean flat) {
        double peak = quantile(samples.electrons(), 0.98) - background;
        double beta = expected.flatTop() ? 2 : 1;
        double perFwhm = 0.5 / Math.sqrt(Math.pow(2 * Math.log(2), 1 / beta));
        List<Double> theta =
                new ArrayList<>(List.of(background, Math.log(Math.max(peak, 1e-6)), centre.x(), centre.y()));
        if (!flat) {
            theta.add(centre.z());
        }
        theta.add(Math.log(perFwhm * expected.fwhmUm().x()));
        theta.add(Math.log(perFwhm * expected.fwhmUm().y()));
        if (!flat) {
            theta.add(Math.log(perFwhm * expected.fwhmUm().z()));
        }
        if (expected.flatTop()) {
            theta.add(Math.log(beta));
        }
        return theta.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double quantile(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) (p * (sorted.length - 1))];
    }

    private boolean inside(BeadVolume volume, Position um) {
        return inside(um.x() / voxel.xUm(), volume.originX(), volume.sizeX())
                && inside(um.y() / voxel.yUm(), volume.originY(), volume.sizeY())
                && (volume.sizeZ() == 1 || inside(um.z() / voxel.zUm(), volume.originZ(), volume.sizeZ()));
    }

    private static boolean inside(double at, int origin, int size) {
        return at >= origin - 0.5 && at <= origin + size - 0.5;
    }

    /** The voxels within the window, as electrons at their places, unless clipped. */
    private GeneralGaussian.Samples samples(
            BeadVolume volume, Position centre, Expected expected, double halfHeightUm) {
        boolean flat = volume.sizeZ() == 1;
        double reach = expected.flatTop() ? FLAT_TOP_REACH : GAUSSIAN_REACH;
        double upUm = upUm(volume, centre, halfHeightUm);
        int most = volume.counts().length;
        double[] x = new double[most];
        double[] y = new double[most];
        double[] z = new double[most];
        double[] electrons = new double[most];
        int n = 0;
        int at = 0;
        for (int k = 0; k < volume.sizeZ(); k++) {
            double zUm = (volume.originZ() + k) * voxel.zUm();
            if (Math.abs(zUm - centre.z()) > upUm) {
                at += volume.sizeX() * volume.sizeY();
                continue;
            }
            for (int j = 0; j < volume.sizeY(); j++) {
                double yUm = (volume.originY() + j) * voxel.yUm();
                for (int i = 0; i < volume.sizeX(); i++, at++) {
                    double xUm = (volume.originX() + i) * voxel.xUm();
                    double away = Math.hypot(
                            (xUm - centre.x()) / expected.fwhmUm().x(),
                            (yUm - centre.y()) / expected.fwhmUm().y());
                    if (away <= reach && volume.counts()[at] < ceiling) {
                        x[n] = xUm;
                        y[n] = yUm;
                        z[n] = zUm;
                        electrons[n++] = noise.electrons(volume.counts()[at]);
                    }
                }
            }
        }
        double[][] places =
                flat ? new double[][] {cut(x, n), cut(y, n)} : new double[][] {cut(x, n), cut(y, n), cut(z, n)};
        return new GeneralGaussian.Samples(places, cut(electrons, n));
    }

    /**
     * As far up as down [µm], so that the light of planes out of focus, cut by one end of the stack, does not pull the centre;
     * every plane before a first fit.
     */
    private double upUm(BeadVolume volume, Position centre, double halfHeightUm) {
        double first = volume.originZ() * voxel.zUm();
        double last = (volume.originZ() + volume.sizeZ() - 1) * voxel.zUm();
        double nearest = Math.min(centre.z() - first, last - centre.z());
        return Math.max(LEAST_UP * halfHeightUm, nearest) + 1e-6;
    }

    private static double[] cut(double[] values, int n) {
        return Arrays.copyOf(values, n);
    }
}
