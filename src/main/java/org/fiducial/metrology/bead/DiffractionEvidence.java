package org.fiducial.metrology.bead;

import java.util.Optional;
import org.fiducial.metrology.numeric.CholeskyFactor;

/**
 * How probable it is that the image of a bead is one of diffraction and not a Gaussian, from the voxels within 3 σ of the
 * Gaussian fitted to it.
 *
 * <p>A few voxels of the core cannot tell the two apart, those round it can. With ρ and z in units of σ, ρ across the axis,
 * the relative departures from the Gaussian are g·(c₁ρ⁴ + c₂z⁴ + c₃ρ²z²); one scoring step from the fitted Gaussian, whose
 * own parameters stay free, gives c and its covariance V. For a Gaussian c ~ N(0, V), for an image of diffraction c ~ N(m, V
 * + Ω): m and Ω are the mean and the spread of c over scalar Debye images (widefield NA 0.8 to 1.4, confocal at 1 AU, up to
 * a quarter of a wave of spherical aberration, coma or astigmatism). Bayes' rule with odds of 9 to 1 for diffraction, which
 * is what microscopes do; dim beads are taken for what is usual.
 *
 * <p>From 1,000 electrons and 2.4 pixels of FWHM on, Gaussians come out below 0.1, images of diffraction above 0.999; at 40
 * electrons images of diffraction above 0.9 on average.
 */
final class DiffractionEvidence {

    private static final double REACH_SIGMAS = 3;
    private static final double LEAST_MEAN = 1e-3;
    private static final int EXTRA = 3;
    private static final double[] MEAN = {-0.03, -0.03, 0.05};
    private static final double[] SPREAD = {0.03, 0.04, 0.08};
    private static final double ODDS = 9;

    private final double[] coefficients;
    private final double[] covariance;

    private DiffractionEvidence(double[] coefficients, double[] covariance) {
        this.coefficients = coefficients;
        this.covariance = covariance;
    }

    /** The probability of diffraction; 1 where no Gaussian could be fitted or the voxels leave the question open. */
    static double probability(Optional<GaussianVolume> gaussian, BeadVolume volume, NoiseModel noise) {
        return gaussian.flatMap(fit -> of(fit, volume, noise))
                .map(DiffractionEvidence::probability)
                .orElse(1.0);
    }

    private static Optional<DiffractionEvidence> of(GaussianVolume fit, BeadVolume volume, NoiseModel noise) {
        double spread = noise.knowledge() == NoiseModel.Knowledge.STATED
                ? 1
                : Math.max(1, fit.quality().chiSquarePerDof());
        return departure(fit.model(), volume, noise).solve().map(found -> {
            double[] covariance = found.covariance();
            for (int i = 0; i < covariance.length; i++) {
                covariance[i] *= spread;
            }
            return new DiffractionEvidence(found.step(), covariance);
        });
    }

    private static ScoringStep departure(GaussianModel model, BeadVolume volume, NoiseModel noise) {
        VoxelBox box = model.box();
        GaussianParameters found = model.parameters();
        double[] electrons = box.electrons(volume, noise);
        double[] image = model.image();
        double readVariance = noise.readNoise() * noise.readNoise();
        double[] scale = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            scale[axis] = Math.sqrt(found.precision(axis, axis));
        }
        ScoringStep sums = new ScoringStep(EXTRA);
        int at = 0;
        for (int k = 0; k < box.sizeZ(); k++) {
            double z = (k - found.centre(2)) * scale[2];
            for (int j = 0; j < box.sizeY(); j++) {
                double y = (j - found.centre(1)) * scale[1];
                for (int i = 0; i < box.sizeX(); i++, at++) {
                    double x = (i - found.centre(0)) * scale[0];
                    double rho2 = x * x + y * y;
                    if (rho2 + z * z > REACH_SIGMAS * REACH_SIGMAS) {
                        continue;
                    }
                    double g = image[at] - model.backgroundAt(i, j, k);
                    sums.gaussian(g, x, y, z);
                    sums.further(0, g * rho2 * rho2);
                    sums.further(1, g * z * z * z * z);
                    sums.further(2, g * rho2 * z * z);
                    sums.add(electrons[at] - image[at], 1 / Math.max(image[at] + readVariance, LEAST_MEAN));
                }
            }
        }
        return sums;
    }

    private double probability() {
        double[] wider = covariance.clone();
        double[] off = new double[EXTRA];
        for (int i = 0; i < EXTRA; i++) {
            wider[i * EXTRA + i] += SPREAD[i] * SPREAD[i];
            off[i] = coefficients[i] - MEAN[i];
        }
        double gaussian = logDensity(coefficients, covariance);
        double diffraction = Math.log(ODDS) + logDensity(off, wider);
        return 1 / (1 + Math.exp(gaussian - diffraction));
    }

    /** Of a normal distribution, up to a constant. */
    private static double logDensity(double[] off, double[] covariance) {
        double[] solved = CholeskyFactor.of(covariance, EXTRA)
                .map(factor -> factor.solve(off))
                .orElseThrow();
        double square = 0;
        for (int i = 0; i < EXTRA; i++) {
            square += off[i] * solved[i];
        }
        return -0.5 * (square + Math.log(Symmetric3.determinant(covariance)));
    }
}
