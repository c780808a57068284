package org.fiducial.bench;

/**
 * The least scatter any unbiased estimate of a Gaussian bead's widths and centre can have on given voxels: the Cramér–Rao bound with
 * background, amplitude, centre and six covariances free, (I⁻¹) with I_ij = Σ ∂_iμ·∂_jμ/(μ + r²).
 *
 * <p>The model is the benchmark's own: exp(−½ rᵀΣ⁻¹r) integrated over each pixel by 5 × 5 Gauss–Legendre nodes, sampled in
 * z; derivatives are central differences. Lengths are voxels.
 */
final class CramerRao {

    private static final int PARAMETERS = 11;
    private static final int FIRST_CENTRE = 2;
    private static final int FIRST_COVARIANCE = 5;
    private static final double[] NODES = {
        -0.4530899229693320, -0.2692346550528415, 0, 0.2692346550528415, 0.4530899229693320
    };
    private static final double[] WEIGHTS = {
        0.1184634425280945, 0.2393143352496832, 0.2844444444444444, 0.2393143352496832, 0.1184634425280945
    };

    private final int[] first;
    private final int[] size;
    private final double readVariance;

    /**
     * The bound on a box of voxels.
     *
     * @param first first voxel {x, y, z}
     * @param size extent {x, y, z}
     */
    CramerRao(int[] first, int[] size, double readNoise) {
        this.first = first.clone();
        this.size = size.clone();
        this.readVariance = readNoise * readNoise;
    }

    /**
     * The bound on the relative standard deviation of the marginal width along each axis.
     *
     * @param levels {background, amplitude} [e⁻]
     * @param centre {x, y, z}
     * @param covariance {xx, yy, zz, xy, xz, yz}
     */
    double[] relativeWidthSd(double[] levels, double[] centre, double[] covariance) {
        double[][] inverse = inverse(information(theta(levels, centre, covariance)));
        double[] relative = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            int i = FIRST_COVARIANCE + axis;
            relative[axis] = 0.5 * Math.sqrt(inverse[i][i]) / covariance[axis];
        }
        return relative;
    }

    /** The bound on the standard deviation of the centre along each axis [voxels]; parameters as above. */
    double[] centreSd(double[] levels, double[] centre, double[] covariance) {
        double[][] inverse = inverse(information(theta(levels, centre, covariance)));
        double[] sd = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            sd[axis] = Math.sqrt(inverse[FIRST_CENTRE + axis][FIRST_CENTRE + axis]);
        }
        return sd;
    }

    private static double[] theta(double[] levels, double[] centre, double[] covariance) {
        double[] theta = new double[PARAMETERS];
        System.arraycopy(levels, 0, theta, 0, 2);
        System.arraycopy(centre, 0, theta, FIRST_CENTRE, 3);
        System.arraycopy(covariance, 0, theta, FIRST_COVARIANCE, 6);
        return theta;
    }

    private double[][] information(double[] theta) {
        double[] mu = model(theta);
        double[][] derivatives = new double[PARAMETERS][];
        for (int i = 0; i < PARAMETERS; i++) {
            double step = i < 2 ? 1e-3 * Math.max(1, theta[i]) : 1e-4;
            double[] up = theta.clone();
            double[] down = theta.clone();
            up[i] += step;
            down[i] -= step;
            double[] high = model(up);
            double[] low = model(down);
            derivatives[i] = new double[mu.length];
            for (int k = 0; k < mu.length; k++) {
                derivatives[i][k] = (high[k] - low[k]) / (2 * step);
            }
        }
        double[][] information = new double[PARAMETERS][PARAMETERS];
        for (int i = 0; i < PARAMETERS; i++) {
            for (int j = 0; j < PARAMETERS; j++) {
                for (int k = 0; k < mu.length; k++) {
                    information[i][j] += derivatives[i][k] * derivatives[j][k] / (mu[k] + readVariance);
                }
            }
        }
        return information;
    }

    private double[] model(double[] theta) {
        double xx = theta[5];
        double yy = theta[6];
        double zz = theta[7];
        double xy = theta[8];
        double xz = theta[9];
        double yz = theta[10];
        double pxx = yy * zz - yz * yz;
        double pyy = xx * zz - xz * xz;
        double pzz = xx * yy - xy * xy;
        double pxy = xz * yz - xy * zz;
        double pxz = xy * yz - xz * yy;
        double pyz = xy * xz - yz * xx;
        double determinant = xx * pxx + xy * pxy + xz * pxz;
        double[] mu = new double[size[0] * size[1] * size[2]];
        int at = 0;
        for (int z = 0; z < size[2]; z++) {
            double w = first[2] + z - theta[4];
            for (int y = 0; y < size[1]; y++) {
                for (int x = 0; x < size[0]; x++) {
                    double sum = 0;
                    for (int j = 0; j < 5; j++) {
                        double v = first[1] + y + NODES[j] - theta[3];
                        for (int i = 0; i < 5; i++) {
                            double u = first[0] + x + NODES[i] - theta[2];
                            double form = pxx * u * u
                                    + pyy * v * v
                                    + pzz * w * w
                                    + 2 * (pxy * u * v + pxz * u * w + pyz * v * w);
                            sum += WEIGHTS[i] * WEIGHTS[j] * Math.exp(-0.5 * form / determinant);
                        }
                    }
                    mu[at++] = theta[0] + theta[1] * sum;
                }
            }
        }
        return mu;
    }

    /** The inverse of a symmetric positive definite matrix by Gauss–Jordan elimination with scaled rows. */
    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[] scale = new double[n];
        double[][] work = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            scale[i] = 1 / Math.sqrt(matrix[i][i]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                work[i][j] = matrix[i][j] * scale[i] * scale[j];
            }
            work[i][n + i] = 1;
        }
        for (int pivot = 0; pivot < n; pivot++) {
            double by = work[pivot][pivot];
            for (int j = 0; j < 2 * n; j++) {
                work[pivot][j] /= by;
            }
            for (int i = 0; i < n; i++) {
                double factor = work[i][pivot];
                for (int j = 0; i != pivot && j < 2 * n; j++) {
                    work[i][j] -= factor * work[pivot][j];
                }
            }
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] = work[i][n + j] * scale[i] * scale[j];
            }
        }
        return inverse;
    }
}
