package org.fiducial.bench;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Objective;
import org.fiducial.metrology.simulation.PhysicalSpread;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.Position;

/**
 * The image of an evenly stained ball of any diameter by a microscope with a round point spread: ball ⊗ PSF.
 *
 * <p>A ball is a pile of discs of radius ρ(h) = √(R² − h²), so its image at height z is ∫ PSF(·, z − h) ⊗ disc(ρ(h)) dh.
 * The convolutions are products of Hankel transforms, 2πρJ₁(kρ)/k being that of a disc. The PSF is the scalar Debye image, of a
 * camera computed out to {@link Reach#sideUm} because the light of planes out of focus does not get less, of a scanner that of
 * {@link PhysicalSpread}. The position of a bead is the centre of the ball at the geometrical focus; 1 is the brightest place
 * of the axis.
 */
final class BallSpread implements PointSpread {

    private static final double STEP_R_UM = 0.04;
    private static final double STEP_Z_UM = 0.05;
    private static final double NODE = 0.5 / Math.sqrt(3);

    private final double[][] image;
    private final double height;

    /**
     * How far the image is computed.
     *
     * @param sideUm radius of the point spread
     * @param upUm height of the image above the centre
     */
    record Reach(double sideUm, double upUm) {}

    private BallSpread(double[][] image) {
        this.image = image;
        double highest = 0;
        for (double[] row : image) {
            highest = Math.max(highest, row[0]);
        }
        this.height = highest;
    }

    /** A camera image. */
    static BallSpread widefield(Objective objective, double emissionUm, double diameterUm) {
        Reach reach = new Reach(14, 0.5 * diameterUm + 3.5);
        int heights = heights(reach.upUm() + 0.5 * diameterUm);
        int radii = (int) (reach.sideUm() / STEP_R_UM);
        double[][] psf = new DebyeAxis(objective, emissionUm).intensity(heights, STEP_Z_UM, radii, STEP_R_UM);
        double highest = 4 * Math.PI * objective.numericalAperture() / emissionUm;
        return of((r, z) -> psf[index(z, heights)][(int) Math.rint(r / STEP_R_UM)], highest, diameterUm, reach);
    }

    /** A scanned image through a pinhole of one Airy unit. */
    static BallSpread confocal(Objective objective, double excitationUm, double emissionUm, double diameterUm) {
        PhysicalSpread point = PhysicalSpread.confocal(objective, excitationUm, emissionUm, 1);
        double highest = 4 * Math.PI * objective.numericalAperture() * (1 / excitationUm + 1 / emissionUm);
        return of((r, z) -> point.relativeAt(r, 0, z), highest, diameterUm, new Reach(3.4, 0.5 * diameterUm + 3.5));
    }

    private static int heights(double upUm) {
        return 2 * (int) Math.ceil(upUm / STEP_Z_UM) + 1;
    }

    private static int index(double zUm, int heights) {
        return (int) Math.rint(zUm / STEP_Z_UM) + (heights - 1) / 2;
    }

    private static BallSpread of(DoubleBinaryOperator psf, double highest, double diameterUm, Reach reach) {
        double radiusUm = 0.5 * diameterUm;
        double sideUm = reach.sideUm() + radiusUm;
        double stepK = Math.PI / (sideUm + 2);
        int ks = (int) Math.ceil(highest / stepK);
        int radii = (int) (reach.sideUm() / STEP_R_UM);
        double[][] forward = new double[ks][radii];
        for (int k = 0; k < ks; k++) {
            for (int i = 0; i < radii; i++) {
                double r = i * STEP_R_UM;
                double fade = Math.min(1, 5 * (1 - r / reach.sideUm()));
                forward[k][i] = fade * STEP_R_UM * ring(i) * bessel(0, k * stepK * r);
            }
        }
        int psfHeights = heights(reach.upUm() + radiusUm);
        double[][] slices = IntStream.range(0, psfHeights)
                .parallel()
                .mapToObj(j -> {
                    double[] transform = new double[ks];
                    double z = (j - (psfHeights - 1) / 2) * STEP_Z_UM;
                    for (int i = 0; i < radii; i++) {
                        double value = psf.applyAsDouble(i * STEP_R_UM, z);
                        for (int k = 0; k < ks; k++) {
                            transform[k] += value * forward[k][i];
                        }
                    }
                    return transform;
                })
                .toArray(double[][]::new);
        double[][] discs = discs(radiusUm, ks, stepK);
        int heights = heights(reach.upUm());
        int shown = (int) (Math.min(sideUm, 2.2 * diameterUm + 1) / STEP_R_UM) + 4;
        double[][] backward = new double[shown][ks];
        for (int i = 0; i < shown; i++) {
            for (int k = 0; k < ks; k++) {
                backward[i][k] = ring(k) * bessel(0, k * stepK * i * STEP_R_UM);
            }
        }
        int middle = (psfHeights - 1) / 2;
        double[][] image = IntStream.range(0, heights)
                .parallel()
                .mapToObj(j -> {
                    double[] sum = new double[ks];
                    for (int h = 0; h < discs.length; h++) {
                        int at = j - (heights - 1) / 2 - (h - (discs.length - 1) / 2) + middle;
                        for (int k = 0; k < ks && at >= 0 && at < psfHeights; k++) {
                            sum[k] += slices[at][k] * discs[h][k];
                        }
                    }
                    double[] row = new double[shown];
                    for (int i = 0; i < shown; i++) {
                        for (int k = 0; k < ks; k++) {
                            row[i] += sum[k] * backward[i][k];
                        }
                    }
                    return row;
                })
                .toArray(double[][]::new);
        return new BallSpread(image);
    }

    /** Weight of node i of ∫ x f(x) dx from 0 in steps of 1: i, and at the end 1/12 (Euler and Maclaurin). */
    private static double ring(int i) {
        return i == 0 ? 1.0 / 12 : i;
    }

    /** The transforms of the discs of a ball, from below to above. */
    private static double[][] discs(double radiusUm, int ks, double stepK) {
        int half = (int) (radiusUm / STEP_Z_UM);
        double[][] discs = new double[2 * half + 1][ks];
        for (int h = -half; h <= half; h++) {
            double rho = Math.sqrt(Math.max(0, radiusUm * radiusUm - h * h * STEP_Z_UM * STEP_Z_UM));
            for (int k = 0; k < ks; k++) {
                discs[h + half][k] = k == 0 ? rho * rho / 2 : rho * bessel(1, k * stepK * rho) / (k * stepK);
            }
        }
        return discs;
    }

    /** J_n(x) = 1/π ∫ cos(nτ − x sin τ) dτ from 0 to π; the midpoint rule is exact once it has more nodes than x. */
    static double bessel(int n, double x) {
        int nodes = 24 + (int) (1.1 * x);
        double sum = 0;
        for (int i = 0; i < nodes; i++) {
            double tau = Math.PI * (i + 0.5) / nodes;
            sum += Math.cos(n * tau - x * Math.sin(tau));
        }
        return sum / nodes;
    }

    @Override
    public double relativeAt(double xUm, double yUm, double zUm) {
        return at(Math.hypot(xUm, yUm), zUm) / height;
    }

    @Override
    public void addTo(double[] plane, Grid grid, int z, Position bead, double peakElectrons) {
        double zUm = z * grid.stepZUm() - bead.zUm();
        for (int y = 0; y < grid.sizeY(); y++) {
            for (int x = 0; x < grid.sizeX(); x++) {
                double sum = 0;
                for (int node = 0; node < 4; node++) {
                    double u = (x + (node % 2 == 0 ? NODE : -NODE)) * grid.pixelXUm() - bead.xUm();
                    double v = (y + (node < 2 ? NODE : -NODE)) * grid.pixelYUm() - bead.yUm();
                    sum += at(Math.hypot(u, v), zUm);
                }
                plane[y * grid.sizeX() + x] += 0.25 * peakElectrons / height * sum;
            }
        }
    }

    /** Catmull–Rom interpolation along both. */
    private double at(double rUm, double zUm) {
        double j = zUm / STEP_Z_UM + 0.5 * (image.length - 1);
        int first = (int) Math.floor(j);
        if (first < 1 || first > image.length - 3) {
            return 0;
        }
        double[] weights = cubic(j - first);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += weights[i] * along(image[first - 1 + i], rUm / STEP_R_UM);
        }
        return sum;
    }

    private static double along(double[] row, double i) {
        int first = (int) i;
        if (first > row.length - 3) {
            return 0;
        }
        double[] weights = cubic(i - first);
        return weights[0] * row[Math.abs(first - 1)]
                + weights[1] * row[first]
                + weights[2] * row[first + 1]
                + weights[3] * row[first + 2];
    }

    private static double[] cubic(double t) {
        return new double[] {
            0.5 * t * (-1 + t * (2 - t)),
            0.5 * (2 + t * t * (-5 + 3 * t)),
            0.5 * t * (1 + t * (4 - 3 * t)),
            0.5 * t * t * (t - 1)
        };
    }
}
