package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.CholeskyFactor;
import org.fiducial.metrology.numeric.DeltaMethod;
import org.fiducial.metrology.numeric.FisherScoring;

/** Turns fitted parameters and their information into widths, angles and photons with uncertainties (delta method). */
final class GaussianVolumeResult {

    /** FWHM of a Gaussian in units of its σ: 2√(2 ln 2). */
    static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));

    private static final int P = GaussianParameters.COUNT;

    private final VoxelSize voxels;
    private final NoiseModel noise;
    private final VoxelBox box;

    GaussianVolumeResult(VoxelSize voxels, NoiseModel noise, VoxelBox box) {
        this.voxels = voxels;
        this.noise = noise;
        this.box = box;
    }

    /** The result, unless the voxels leave a parameter undetermined. */
    Optional<GaussianVolume> of(FisherScoring.Maximum maximum, double[] electrons, BackgroundSlope slope) {
        double[] theta = maximum.theta();
        GaussianParameters found = new GaussianParameters(theta);
        GaussianModel model = new GaussianModel(found, box, slope);
        double readVariance = noise.readNoise() * noise.readNoise();
        FitQuality quality = FitQuality.of(
                box, electrons, model.image(), new FitQuality.SpotScale(readVariance, found.amplitude(), P));
        Optional<double[]> inverse = CholeskyFactor.of(maximum.information(), P).map(CholeskyFactor::inverse);
        if (inverse.isEmpty()) {
            return Optional.empty();
        }
        double[] covariance = inverse.get();
        double spread = noise.knowledge() == NoiseModel.Knowledge.STATED ? 1 : Math.max(1, quality.chiSquarePerDof());
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] *= spread;
        }
        DeltaMethod delta = new DeltaMethod(theta, covariance);
        AxisEstimates centre = new AxisEstimates(
                delta.of(t -> box.x0() + t[2]), delta.of(t -> box.y0() + t[3]), delta.of(t -> box.z0() + t[4]));
        AxisEstimates centreUm = new AxisEstimates(
                centre.x().times(voxels.xUm()),
                centre.y().times(voxels.yUm()),
                centre.z().times(voxels.zUm()));
        return Optional.of(new GaussianVolume(centre, centreUm, levels(delta), widths(delta), quality, model));
    }

    private SpotLevels levels(DeltaMethod delta) {
        return new SpotLevels(
                delta.of(t -> t[GaussianParameters.BACKGROUND]),
                delta.of(t -> new GaussianParameters(t).amplitude()),
                delta.of(GaussianVolumeResult::photons));
    }

    /** ∫ of the Gaussian: A·√((2π)³ |Σ|), planes taken as one voxel thick. */
    private static double photons(double[] theta) {
        double determinant = Math.exp(theta[5] + theta[7] + theta[10]);
        return new GaussianParameters(theta).amplitude() * determinant * Math.pow(2 * Math.PI, 1.5);
    }

    private GaussianWidths widths(DeltaMethod delta) {
        AxisEstimates marginal = new AxisEstimates(
                delta.of(t -> marginal(t, 0)), delta.of(t -> marginal(t, 1)), delta.of(t -> marginal(t, 2)));
        AxisEstimates section = new AxisEstimates(
                delta.of(t -> section(t, 0)), delta.of(t -> section(t, 1)), delta.of(t -> section(t, 2)));
        double[][] axes = Symmetric3.eigen(covarianceUm2(delta.theta()));
        List<PrincipalWidth> principal = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int axis = i;
            double[] v = axes[i + 1];
            double sign = v[2] < 0 ? -1 : 1;
            Position direction = new Position(sign * v[0], sign * v[1], sign * v[2]);
            principal.add(new PrincipalWidth(delta.of(t -> principal(t, axis)), direction));
        }
        return new GaussianWidths(
                marginal, section, principal, delta.of(t -> tiltDeg(t, 0)), delta.of(t -> tiltDeg(t, 1)));
    }

    private double marginal(double[] theta, int axis) {
        return FWHM_PER_SIGMA * Math.sqrt(covarianceUm2(theta)[4 * axis]);
    }

    private double section(double[] theta, int axis) {
        return FWHM_PER_SIGMA / Math.sqrt(Symmetric3.inverse(covarianceUm2(theta))[4 * axis]);
    }

    private double principal(double[] theta, int rank) {
        return FWHM_PER_SIGMA * Math.sqrt(Symmetric3.eigen(covarianceUm2(theta))[0][rank]);
    }

    /** Angle of the principal axis nearest to z, projected on the x–z (or y–z) plane. */
    private double tiltDeg(double[] theta, int axis) {
        double[][] axes = Symmetric3.eigen(covarianceUm2(theta));
        double[] nearest = axes[1];
        for (int i = 2; i < 4; i++) {
            if (Math.abs(axes[i][2]) > Math.abs(nearest[2])) {
                nearest = axes[i];
            }
        }
        return Math.toDegrees(Math.atan(nearest[axis] / nearest[2]));
    }

    private double[] covarianceUm2(double[] theta) {
        double[] shape = new double[6];
        System.arraycopy(theta, GaussianParameters.SHAPE, shape, 0, 6);
        double[] covariance = GaussianParameters.covarianceOf(shape);
        double[] size = {voxels.xUm(), voxels.yUm(), voxels.zUm()};
        for (int i = 0; i < 9; i++) {
            covariance[i] *= size[i / 3] * size[i % 3];
        }
        return covariance;
    }
}
