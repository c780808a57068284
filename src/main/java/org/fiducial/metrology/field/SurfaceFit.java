package org.fiducial.metrology.field;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fiducial.metrology.field.FieldSurface.Shape;
import org.fiducial.metrology.numeric.CholeskyFactor;
import org.fiducial.metrology.numeric.RobustStatistics;

/**
 * Fits a smooth surface to block means so that dust, scratches and dead corners do not bend it.
 *
 * <p>Least squares with Tukey's biweight, w = (1 − (r / 4.685 s)²)² for |r| &lt; 4.685 s, else 0, with s = 1.4826 × median
 * |r|; Beaton and Tukey 1974, Technometrics 16:147, doi:10.1080/00401706.1974.10489171. The degree is the one among 2, 4, 6
 * and 8 with the smallest n ln(Σ w r² / n) + k ln n (Schwarz 1978, doi:10.1214/aos/1176344136) under common weights; 2 is
 * the least, so that a flat field's uncertainty covers a slight curvature.
 */
final class SurfaceFit {

    private static final List<Integer> DEGREES = List.of(2, 4, 6, 8);
    private static final double TUKEY = 4.685;
    private static final int ROUNDS = 30;
    private static final double SETTLED = 1e-6;
    private static final int BLOCKS_A_TERM = 4;

    private final BlockMeans blocks;
    private final int[] used;

    private SurfaceFit(BlockMeans blocks) {
        this.blocks = blocks;
        this.used = IntStream.range(0, blocks.size()).filter(blocks::valid).toArray();
    }

    /** The surface; empty where too few blocks count for one of the second degree. */
    static Optional<FieldSurface> of(BlockMeans blocks) {
        return new SurfaceFit(blocks).best();
    }

    /** The surface of the next higher degree, or of the next lower one from the highest. */
    static Optional<FieldSurface> next(BlockMeans blocks, FieldSurface best) {
        SurfaceFit fit = new SurfaceFit(blocks);
        List<Integer> degrees = DEGREES.stream().filter(fit::allows).toList();
        int at = degrees.indexOf(best.basis().degree());
        int other = at + 1 < degrees.size() ? at + 1 : at - 1;
        return other < 0
                ? Optional.empty()
                : fit.robust(degrees.get(other)).map(robust -> fit.surface(robust, best.shape()));
    }

    /** A surface of a known degree, for the repeats of an image whose degree is decided. */
    static Optional<FieldSurface> of(BlockMeans blocks, FieldSurface like) {
        SurfaceFit fit = new SurfaceFit(blocks);
        return fit.allows(like.basis().degree())
                ? fit.robust(like.basis().degree()).map(robust -> fit.surface(robust, like.shape()))
                : Optional.empty();
    }

    private boolean allows(int degree) {
        return used.length >= BLOCKS_A_TERM * new SurfaceBasis(degree).terms()
                && Math.min(blocks.columns(), blocks.rows()) > degree + 1;
    }

    private Optional<FieldSurface> best() {
        List<Integer> degrees = DEGREES.stream().filter(this::allows).toList();
        if (degrees.isEmpty()) {
            return Optional.empty();
        }
        Optional<Robust> richest = robust(degrees.get(degrees.size() - 1));
        return richest.flatMap(rich -> {
            double[] common = rich.weights();
            int degree = degrees.stream()
                    .min((a, b) -> Double.compare(criterion(a, common), criterion(b, common)))
                    .orElseThrow();
            return robust(degree).map(robust -> surface(robust, shape(degree, common)));
        });
    }

    private Shape shape(int degree, double[] weights) {
        double flat = criterion(0, weights);
        double tilted = criterion(1, weights);
        double curved = criterion(degree, weights);
        if (flat <= Math.min(tilted, curved)) {
            return Shape.FLAT;
        }
        return tilted <= curved ? Shape.TILTED : Shape.CURVED;
    }

    private double criterion(int degree, double[] weights) {
        SurfaceBasis basis = new SurfaceBasis(degree);
        double n = Arrays.stream(weights).sum();
        double squares = solve(basis, weights)
                .map(coefficients -> squares(basis, coefficients, weights))
                .orElse(Double.POSITIVE_INFINITY);
        return n * Math.log(Math.max(squares / n, Double.MIN_NORMAL)) + basis.terms() * Math.log(n);
    }

    /** Coefficients with the weights [used] they were found with. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Robust(SurfaceBasis basis, double[] coefficients, double[] weights) {}

    private Optional<Robust> robust(int degree) {
        SurfaceBasis basis = new SurfaceBasis(degree);
        double[] weights = new double[used.length];
        Arrays.fill(weights, 1);
        Optional<double[]> found = solve(basis, weights);
        for (int round = 0; round < ROUNDS && found.isPresent(); round++) {
            double[] before = found.get();
            weights = biweights(residuals(basis, before));
            found = solve(basis, weights);
            if (found.isPresent() && settled(before, found.get())) {
                break;
            }
        }
        double[] last = weights;
        return found.map(coefficients -> new Robust(basis, coefficients, last));
    }

    private static boolean settled(double[] before, double[] after) {
        double change = 0;
        for (int i = 0; i < before.length; i++) {
            change = Math.max(change, Math.abs(after[i] - before[i]));
        }
        return change <= SETTLED * Math.abs(after[0]);
    }

    private double[] residuals(SurfaceBasis basis, double[] coefficients) {
        return Arrays.stream(used)
                .mapToDouble(block -> blocks.mean(block)
                        - SurfaceBasis.value(basis.at(blocks.u(block), blocks.v(block)), coefficients))
                .toArray();
    }

    private static double scale(double[] residuals) {
        return 1.4826
                * RobustStatistics.median(
                        Arrays.stream(residuals).map(Math::abs).toArray());
    }

    private static double[] biweights(double[] residuals) {
        double scale = scale(residuals);
        if (!(scale > 0)) {
            return Arrays.stream(residuals).map(r -> r == 0 ? 1 : 0).toArray();
        }
        return Arrays.stream(residuals)
                .map(r -> {
                    double z = r / (TUKEY * scale);
                    return Math.abs(z) < 1 ? (1 - z * z) * (1 - z * z) : 0;
                })
                .toArray();
    }

    /** The normal equations Σ w t tᵀ c = Σ w t m with the terms t of each block. */
    private Optional<double[]> solve(SurfaceBasis basis, double[] weights) {
        int k = basis.terms();
        double[] right = new double[k];
        for (int i = 0; i < used.length; i++) {
            double[] terms = basis.at(blocks.u(used[i]), blocks.v(used[i]));
            for (int a = 0; a < k; a++) {
                right[a] += weights[i] * terms[a] * blocks.mean(used[i]);
            }
        }
        return CholeskyFactor.of(normal(basis, weights), k).map(factor -> factor.solve(right));
    }

    private double[] normal(SurfaceBasis basis, double[] weights) {
        int k = basis.terms();
        double[] matrix = new double[k * k];
        for (int i = 0; i < used.length; i++) {
            double[] terms = basis.at(blocks.u(used[i]), blocks.v(used[i]));
            for (int a = 0; a < k; a++) {
                double weighted = weights[i] * terms[a];
                for (int b = 0; b <= a; b++) {
                    matrix[a * k + b] += weighted * terms[b];
                }
            }
        }
        return matrix;
    }

    private double squares(SurfaceBasis basis, double[] coefficients, double[] weights) {
        double[] residuals = residuals(basis, coefficients);
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            sum += weights[i] * residuals[i] * residuals[i];
        }
        return sum;
    }

    /** Of an M-estimate, Σ ψ(r)² / (n − k) / (mean of ψ')² with ψ = w r; Huber 1981, Robust Statistics, section 7.6. */
    private static double variance(double[] residuals, int terms) {
        double scale = scale(residuals);
        double squares = 0;
        double slopes = 0;
        for (double r : residuals) {
            double z = r / (TUKEY * scale);
            if (Math.abs(z) < 1) {
                double psi = r * (1 - z * z) * (1 - z * z);
                squares += psi * psi;
                slopes += (1 - z * z) * (1 - 5 * z * z);
            }
        }
        int n = residuals.length;
        return scale > 0 ? squares / Math.max(1, n - terms) / ((slopes / n) * (slopes / n)) : 0;
    }

    private FieldSurface surface(Robust robust, Shape shape) {
        double[] ones = new double[used.length];
        Arrays.fill(ones, 1);
        int k = robust.basis().terms();
        double variance = variance(residuals(robust.basis(), robust.coefficients()), k);
        double[] covariance =
                CholeskyFactor.of(normal(robust.basis(), ones), k).orElseThrow().inverse();
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] *= variance;
        }
        double[] weights = new double[blocks.size()];
        for (int i = 0; i < used.length; i++) {
            weights[used[i]] = robust.weights()[i];
        }
        return new FieldSurface(robust.basis(), robust.coefficients(), covariance, shape, weights);
    }
}
