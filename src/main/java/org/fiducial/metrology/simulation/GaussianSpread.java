package org.fiducial.metrology.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * A Gaussian bead image with full covariance: exp(−½ rᵀ Σ⁻¹ r).
 *
 * <p>Three kinds of width follow in closed form from Σ, with k = 2√(2 ln 2): <i>marginal</i> k√Σᵢᵢ, <i>section</i>
 * (through the centre, what a line profile sees) k/√(Σ⁻¹)ᵢᵢ, and <i>principal</i> k√λ with the eigenvalues λ of Σ. Without
 * tilt all three agree.
 */
public final class GaussianSpread implements PointSpread {

    private static final double FWHM_PER_SIGMA = 2 * Math.sqrt(2 * Math.log(2));
    // exp(-6.5²/2) is 7e-10 of the peak: below one electron for any peak a detector can hold.
    private static final double REACH_SIGMAS = 6.5;

    private final double[][] covariance;
    private final double[][] precision;

    private GaussianSpread(double[][] covariance) {
        this.covariance = covariance;
        this.precision = Matrix3.inverse(covariance);
    }

    /** A bead image without tilt, by its full widths at half maximum. */
    public static GaussianSpread ofFwhm(Widths fwhm) {
        return new GaussianSpread(
                new double[][] {{variance(fwhm.xUm()), 0, 0}, {0, variance(fwhm.yUm()), 0}, {0, 0, variance(fwhm.zUm())}
                });
    }

    private static double variance(double fwhmUm) {
        double sigmaUm = fwhmUm / FWHM_PER_SIGMA;
        return sigmaUm * sigmaUm;
    }

    /** The same image turned about an axis through its centre by the right-hand rule. */
    public GaussianSpread turned(Axis about, double degrees) {
        double[][] rotation = Matrix3.rotation(about, Math.toRadians(degrees));
        return new GaussianSpread(Matrix3.product(Matrix3.product(rotation, covariance), Matrix3.transposed(rotation)));
    }

    /** k√Σᵢᵢ: the widths of the image projected on each axis. */
    public Widths marginalFwhm() {
        return new Widths(
                FWHM_PER_SIGMA * Math.sqrt(covariance[0][0]),
                FWHM_PER_SIGMA * Math.sqrt(covariance[1][1]),
                FWHM_PER_SIGMA * Math.sqrt(covariance[2][2]));
    }

    /** k/√(Σ⁻¹)ᵢᵢ: the widths of the profiles through the centre. */
    @Override
    public Widths sectionFwhm() {
        return new Widths(
                FWHM_PER_SIGMA / Math.sqrt(precision[0][0]),
                FWHM_PER_SIGMA / Math.sqrt(precision[1][1]),
                FWHM_PER_SIGMA / Math.sqrt(precision[2][2]));
    }

    /** k√λ: the widths along the image's own axes [µm], the largest first. */
    public List<Double> principalFwhm() {
        return Arrays.stream(Matrix3.eigenvalues(covariance))
                .map(variance -> FWHM_PER_SIGMA * Math.sqrt(variance))
                .boxed()
                .toList();
    }

    @Override
    public double relativeAt(double xUm, double yUm, double zUm) {
        return Math.exp(-0.5
                * (precision[0][0] * xUm * xUm
                        + precision[1][1] * yUm * yUm
                        + precision[2][2] * zUm * zUm
                        + 2
                                * (precision[0][1] * xUm * yUm
                                        + precision[0][2] * xUm * zUm
                                        + precision[1][2] * yUm * zUm)));
    }

    @Override
    public void addTo(double[] plane, Grid grid, int z, Position bead, double peakElectrons) {
        double zUm = z * grid.stepZUm() - bead.zUm();
        if (Math.abs(zUm) > REACH_SIGMAS * Math.sqrt(covariance[2][2])) {
            return;
        }
        PixelSpan columns = PixelSpan.about(bead.xUm(), reachUm(0), grid.pixelXUm(), grid.sizeX());
        PixelSpan rows = PixelSpan.about(bead.yUm(), reachUm(1), grid.pixelYUm(), grid.sizeY());
        if (precision[0][1] == 0) {
            addSeparable(plane, grid, columns, rows, bead, zUm, peakElectrons);
            return;
        }
        addGeneral(plane, grid, columns, rows, bead, zUm, peakElectrons);
    }

    private double reachUm(int axis) {
        return REACH_SIGMAS * Math.sqrt(covariance[axis][axis]);
    }

    /** Within one plane the exponent has no product of x and y: exp(f(x, z))·exp(g(y, z))·exp(h(z)). */
    private void addSeparable(
            double[] plane,
            Grid grid,
            PixelSpan columns,
            PixelSpan rows,
            Position bead,
            double zUm,
            double peakElectrons) {
        double[] alongX = pixelMeans(columns, grid.pixelXUm(), bead.xUm(), 0, zUm);
        double[] alongY = pixelMeans(rows, grid.pixelYUm(), bead.yUm(), 1, zUm);
        double height = peakElectrons * Math.exp(-0.5 * precision[2][2] * zUm * zUm);
        for (int y = rows.first(); y <= rows.last(); y++) {
            double inRow = height * alongY[y - rows.first()];
            for (int x = columns.first(); x <= columns.last(); x++) {
                plane[y * grid.sizeX() + x] += inRow * alongX[x - columns.first()];
            }
        }
    }

    private double[] pixelMeans(PixelSpan span, double pixelUm, double centreUm, int axis, double zUm) {
        double own = precision[axis][axis];
        double withZ = precision[axis][2] * zUm;
        double[] means = new double[span.count()];
        for (int i = 0; i < means.length; i++) {
            double offsetUm = (span.first() + i) * pixelUm - centreUm;
            means[i] = Quadrature.mean(u -> Math.exp(-0.5 * own * u * u - withZ * u), offsetUm, pixelUm);
        }
        return means;
    }

    private void addGeneral(
            double[] plane,
            Grid grid,
            PixelSpan columns,
            PixelSpan rows,
            Position bead,
            double zUm,
            double peakElectrons) {
        for (int y = rows.first(); y <= rows.last(); y++) {
            double yUm = y * grid.pixelYUm() - bead.yUm();
            for (int x = columns.first(); x <= columns.last(); x++) {
                double xUm = x * grid.pixelXUm() - bead.xUm();
                double mean = Quadrature.mean(
                        v -> Quadrature.mean(u -> relativeAt(u, v, zUm), xUm, grid.pixelXUm()), yUm, grid.pixelYUm());
                plane[y * grid.sizeX() + x] += peakElectrons * mean;
            }
        }
    }
}
