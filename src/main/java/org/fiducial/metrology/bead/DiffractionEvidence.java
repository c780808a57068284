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
    private static final int GAUSSIAN = GaussianParameters.COUNT;
    private static final int EXTRA = 3;
    private static final int TERMS = GAUSSIAN + EXTRA;
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
        double[] information = new double[TERMS * TERMS];
        double[] score = new double[TERMS];
        gather(fit.model(), volume, noise, information, score);
        double spread = noise.knowledge() == NoiseModel.Knowledge.STATED
                ? 1
                : Math.max(1, fit.quality().chiSquarePerDof());
        return CholeskyFactor.of(information, TERMS).map(factor -> {
            double[] step = factor.solve(score);
            double[] inverse = factor.inverse();
            double[] coefficients = new double[EXTRA];
            double[] covariance = new double[EXTRA * EXTRA];
            for (int a = 0; a < EXTRA; a++) {
                coefficients[a] = step[GAUSSIAN + a];
                for (int b = 0; b < EXTRA; b++) {
                    covariance[a * EXTRA + b] = spread * inverse[(GAUSSIAN + a) * TERMS + GAUSSIAN + b];
                }
            }
            return new DiffractionEvidence(coefficients, covariance);
        });
    }

    /** Sums the lower triangle of the information and the score of all terms; those of a Gaussian are 1 and g·{1, x, …, yz}. */
    private static void gather(
            GaussianModel model, BeadVolume volume, NoiseModel noise, double[] information, double[] score) {
        VoxelBox box = model.box();
        GaussianParameters found = model.parameters();
        double[] electrons = box.electrons(volume, noise);
        double[] image = model.image();
        double readVariance = noise.readNoise() * noise.readNoise();
        double[] terms = new double[TERMS];
        double[] scale = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            scale[axis] = Math.sqrt(found.precision(axis, axis));
        }
        int at = 0;
        for (int k = 0; k < box.sizeZ(); k++) {
            double z = (k - found.centre(2)) * scale[2];
            for (int j = 0; j < box.sizeY(); j++) {
                double y = (j - found.centre(1)) * scale[1];
                for (int i = 0; i < box.sizeX(); i++, at++) {
                    double x = (i - found.centre(0)) * scale[0];
                    if (x * x + y * y + z * z > REACH_SIGMAS * REACH_SIGMAS) {
                        continue;
                    }
                    fill(terms, image[at] - found.background(), x, y, z);
                    double weight = 1 / (image[at] + readVariance);
                    add(terms, weight, (electrons[at] - image[at]) * weight, information, score);
                }
            }
        }
    }

    private static void fill(double[] terms, double g, double x, double y, double z) {
        double rho2 = x * x + y * y;
        double z2 = z * z;
        terms[0] = 1;
        terms[1] = g;
        terms[2] = g * x;
        terms[3] = g * y;
        terms[4] = g * z;
        terms[5] = g * x * x;
        terms[6] = g * y * y;
        terms[7] = g * z2;
        terms[8] = g * x * y;
        terms[9] = g * x * z;
        terms[10] = g * y * z;
        terms[11] = g * rho2 * rho2;
        terms[12] = g * z2 * z2;
        terms[13] = g * rho2 * z2;
    }

    private static void add(double[] terms, double weight, double error, double[] information, double[] score) {
        for (int a = 0; a < TERMS; a++) {
            score[a] += terms[a] * error;
            double weighted = terms[a] * weight;
            for (int b = 0; b <= a; b++) {
                information[a * TERMS + b] += weighted * terms[b];
            }
        }
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
