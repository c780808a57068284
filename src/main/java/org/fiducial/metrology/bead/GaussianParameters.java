package org.fiducial.metrology.bead;

/**
 * The eleven parameters of a pixel-integrated, freely oriented Gaussian bead image and what follows from them.
 *
 * <p>theta = {b, ln a, cx, cy, cz, ln L₁₁, L₂₁, ln L₂₂, L₃₁, L₃₂, ln L₃₃}: background and sampled amplitude [e⁻], centre
 * [voxels of the box], and the Cholesky factor of the covariance Σ = L Lᵀ [voxels²], which is positive definite whatever
 * theta is.
 *
 * <p>A pixel integrates over its area in x and y and a plane is a slice in z. Integration convolves the Gaussian with the
 * unit square, whose variance is 1/12 along x and y and whose fourth cumulant is −1/120; to that order the image is
 * a·k(d)·exp(−½ dᵀP d) with P = (Σ + diag(1/12, 1/12, 0))⁻¹, w = P d and k = 1 − [w_x⁴ − 6P_xx w_x² + 3P_xx² + the same in
 * y]/2880. Against numerical integration the error is below 2e-4 of the peak down to σ = 0.8 pixels.
 */
final class GaussianParameters {

    static final int COUNT = 11;
    static final int BACKGROUND = 0;
    static final int LOG_AMPLITUDE = 1;
    static final int CENTRE = 2;
    static final int SHAPE = 5;
    static final double PIXEL_VARIANCE = 1.0 / 12;
    static final double FOURTH_CUMULANT = 1.0 / 2880;

    /** Row and column in L of each shape parameter; the diagonal ones are logarithms. */
    private static final int[][] PLACE = {{0, 0}, {1, 0}, {1, 1}, {2, 0}, {2, 1}, {2, 2}};

    private final double[] theta;
    /** L [3 * 3]. */
    private final double[] factor;
    /** P [3 * 3]. */
    private final double[] precision;

    GaussianParameters(double[] theta) {
        this.theta = theta;
        this.factor = factorOf(theta, SHAPE);
        double[] pixelated = Symmetric3.squareOf(factor);
        pixelated[0] += PIXEL_VARIANCE;
        pixelated[4] += PIXEL_VARIANCE;
        this.precision = Symmetric3.inverse(pixelated);
    }

    private static double[] factorOf(double[] theta, int from) {
        return new double[] {
            Math.exp(theta[from]),
            0,
            0,
            theta[from + 1],
            Math.exp(theta[from + 2]),
            0,
            theta[from + 3],
            theta[from + 4],
            Math.exp(theta[from + 5])
        };
    }

    /** Σ [3 * 3] from the six shape parameters alone. */
    static double[] covarianceOf(double[] shape) {
        return Symmetric3.squareOf(factorOf(shape, 0));
    }

    /** The six shape parameters of a covariance [3 * 3]. */
    static double[] shapeOf(double[] covariance) {
        double l11 = Math.sqrt(covariance[0]);
        double l21 = covariance[3] / l11;
        double l22 = Math.sqrt(covariance[4] - l21 * l21);
        double l31 = covariance[6] / l11;
        double l32 = (covariance[7] - l21 * l31) / l22;
        double l33 = Math.sqrt(covariance[8] - l31 * l31 - l32 * l32);
        return new double[] {Math.log(l11), l21, Math.log(l22), l31, l32, Math.log(l33)};
    }

    double background() {
        return theta[BACKGROUND];
    }

    double sampledAmplitude() {
        return Math.exp(theta[LOG_AMPLITUDE]);
    }

    /** Amplitude of the Gaussian before pixel integration: a·√(|Σ_a| / |Σ|). */
    double amplitude() {
        double determinant = factor[0] * factor[4] * factor[8];
        return sampledAmplitude() / (determinant * Math.sqrt(Symmetric3.determinant(precision)));
    }

    double centre(int axis) {
        return theta[CENTRE + axis];
    }

    /** Σ [3 * 3] in voxels². */
    double[] covariance() {
        return Symmetric3.squareOf(factor);
    }

    double precision(int row, int column) {
        return precision[3 * row + column];
    }

    /** The image in electrons at an offset from the centre [voxels]. */
    double electronsAt(double dx, double dy, double dz) {
        double wx = precision[0] * dx + precision[1] * dy + precision[2] * dz;
        double wy = precision[3] * dx + precision[4] * dy + precision[5] * dz;
        double wz = precision[6] * dx + precision[7] * dy + precision[8] * dz;
        double g = Math.exp(theta[LOG_AMPLITUDE] - 0.5 * (dx * wx + dy * wy + dz * wz));
        return theta[BACKGROUND] + g * pixelFactor(wx * wx, wy * wy);
    }

    /** k of the class comment from the squares of w_x and w_y. */
    double pixelFactor(double wx2, double wy2) {
        double pxx = precision[0];
        double pyy = precision[4];
        double h4 = wx2 * (wx2 - 6 * pxx) + 3 * pxx * pxx + wy2 * (wy2 - 6 * pyy) + 3 * pyy * pyy;
        return 1 - FOURTH_CUMULANT * h4;
    }

    /**
     * Derivative of the exponent's polynomial coefficients by the parameters (without the background).
     *
     * <p>With −½ dᵀP d as exponent, ∂/∂c_i = P_i·d and, since dP = −P dΣ P and dΣ = f(e_r L_cᵀ + L_c e_rᵀ) for the entry
     * (r, c) of L, ∂/∂L_rc = f (P_r·d)(P L_c·d).
     *
     * @return [10 * 10], row = monomial of {1, x, y, z, xx, yy, zz, xy, xz, yz}, column = parameter from ln a on
     */
    double[] exponentDerivatives() {
        double[] t = new double[100];
        t[0] = 1;
        for (int axis = 0; axis < 3; axis++) {
            for (int j = 0; j < 3; j++) {
                t[(1 + j) * 10 + CENTRE - 1 + axis] = precision[3 * axis + j];
            }
        }
        for (int s = 0; s < 6; s++) {
            int row = PLACE[s][0];
            int column = PLACE[s][1];
            double f = row == column ? factor[4 * row] : 1;
            double[] u = new double[3];
            double[] v = new double[3];
            for (int j = 0; j < 3; j++) {
                u[j] = f * precision[3 * row + j];
                for (int i = 0; i < 3; i++) {
                    v[j] += precision[3 * j + i] * factor[3 * i + column];
                }
            }
            int to = SHAPE - 1 + s;
            t[40 + to] = u[0] * v[0];
            t[50 + to] = u[1] * v[1];
            t[60 + to] = u[2] * v[2];
            t[70 + to] = u[0] * v[1] + u[1] * v[0];
            t[80 + to] = u[0] * v[2] + u[2] * v[0];
            t[90 + to] = u[1] * v[2] + u[2] * v[1];
        }
        return t;
    }
}
