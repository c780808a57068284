package org.fiducial.metrology.bead;

/** Arithmetic of symmetric 3 × 3 matrices, row by row in arrays of nine. */
final class Symmetric3 {

    private Symmetric3() {}

    /** L Lᵀ. */
    static double[] squareOf(double[] l) {
        double[] m = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                m[3 * i + j] = l[3 * i] * l[3 * j] + l[3 * i + 1] * l[3 * j + 1] + l[3 * i + 2] * l[3 * j + 2];
            }
        }
        return m;
    }

    static double determinant(double[] m) {
        return m[0] * (m[4] * m[8] - m[5] * m[7])
                - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }

    static double[] inverse(double[] m) {
        double d = 1 / determinant(m);
        double xy = (m[2] * m[7] - m[1] * m[8]) * d;
        double xz = (m[1] * m[5] - m[2] * m[4]) * d;
        double yz = (m[2] * m[3] - m[0] * m[5]) * d;
        return new double[] {
            (m[4] * m[8] - m[5] * m[7]) * d,
            xy,
            xz,
            xy,
            (m[0] * m[8] - m[2] * m[6]) * d,
            yz,
            xz,
            yz,
            (m[0] * m[4] - m[1] * m[3]) * d
        };
    }

    /**
     * Eigenvalues and eigenvectors by Jacobi rotations.
     *
     * @return [4][3]: the eigenvalues in descending order, then for each its unit vector
     */
    static double[][] eigen(double[] matrix) {
        double[] a = matrix.clone();
        double[] v = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        for (int sweep = 0; sweep < 30; sweep++) {
            double off = Math.abs(a[1]) + Math.abs(a[2]) + Math.abs(a[5]);
            if (off < 1e-15 * (Math.abs(a[0]) + Math.abs(a[4]) + Math.abs(a[8]))) {
                break;
            }
            rotate(a, v, 0, 1);
            rotate(a, v, 0, 2);
            rotate(a, v, 1, 2);
        }
        return sorted(a, v);
    }

    private static void rotate(double[] a, double[] v, int p, int q) {
        double apq = a[3 * p + q];
        if (apq == 0) {
            return;
        }
        double tau = (a[4 * q] - a[4 * p]) / (2 * apq);
        double t = Math.copySign(1, tau) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = t * c;
        for (int k = 0; k < 3; k++) {
            double kp = a[3 * k + p];
            double kq = a[3 * k + q];
            a[3 * k + p] = c * kp - s * kq;
            a[3 * k + q] = s * kp + c * kq;
            double vp = v[3 * k + p];
            double vq = v[3 * k + q];
            v[3 * k + p] = c * vp - s * vq;
            v[3 * k + q] = s * vp + c * vq;
        }
        for (int k = 0; k < 3; k++) {
            double pk = a[3 * p + k];
            double qk = a[3 * q + k];
            a[3 * p + k] = c * pk - s * qk;
            a[3 * q + k] = s * pk + c * qk;
        }
    }

    private static double[][] sorted(double[] a, double[] v) {
        int[] order = {0, 1, 2};
        for (int i = 0; i < 3; i++) {
            for (int j = i + 1; j < 3; j++) {
                if (a[4 * order[j]] > a[4 * order[i]]) {
                    int swap = order[i];
                    order[i] = order[j];
                    order[j] = swap;
                }
            }
        }
        double[][] out = new double[4][3];
        for (int i = 0; i < 3; i++) {
            int e = order[i];
            out[0][i] = a[4 * e];
            out[i + 1] = new double[] {v[e], v[3 + e], v[6 + e]};
        }
        return out;
    }
}
