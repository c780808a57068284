package org.fiducial.metrology.simulation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The intensity near the focus of an objective by the scalar Debye integral over its pupil.
 *
 * <p>U(r, φ, z) = ∫∫ cos^½α · e^{2πiW(ρ,θ)} · e^{ik·NA·rρ·cos(θ−φ)} · e^{ikn·z·cosα} · sinα dα dθ, with sinα = ρ·NA/n and k =
 * 2π/λ; intensity |U|². The apodisation cos^½α is that of an aplanatic lens. The wavefront error is even in θ, so e^{2πiW} =
 * Σ ε_m·p_m(ρ)·cos mθ, and the integral over θ leaves U = Σ_m ε_m·i^m·cos mφ·∫p_m(ρ)·J_m(k·NA·rρ)·… dρ, ε₀ = 1, else 2
 * (Born and Wolf, Principles of Optics, 9.4). Scalar theory leaves out polarisation: at NA 1.4 a real, unpolarised focus is
 * wider by some per cent, which matters for the microscope but not for a test that knows its truth.
 */
final class DebyeField {

    private static final int PANELS = 48;
    private static final int THETAS = 96;
    private static final int MOST_ORDERS = 44;
    private static final double NEGLIGIBLE = 1e-7;

    private final Objective objective;
    private final double wavelengthUm;
    private final double aberrationScale;
    private final double[] rho = new double[PANELS * Quadrature.COUNT];
    private final double[] weight = new double[rho.length];

    /**
     * The field of one wavelength.
     *
     * @param aberrationScale waves of this wavelength in one wave of the aberration
     */
    DebyeField(Objective objective, double wavelengthUm, double aberrationScale) {
        this.objective = objective;
        this.wavelengthUm = wavelengthUm;
        this.aberrationScale = aberrationScale;
        double ratio = objective.numericalAperture() / objective.refractiveIndex();
        for (int panel = 0; panel < PANELS; panel++) {
            for (int i = 0; i < Quadrature.COUNT; i++) {
                int node = panel * Quadrature.COUNT + i;
                rho[node] = (panel + 0.5 + Quadrature.node(i)) / PANELS;
                // sinα dα = (NA/n)²·ρ dρ / cosα, times cos^½α; a constant factor is left out.
                weight[node] = 2 * rho[node] * Quadrature.weight(i) / PANELS / Math.sqrt(cosine(rho[node], ratio));
            }
        }
    }

    private static double cosine(double rho, double ratio) {
        return Math.sqrt(1 - rho * rho * ratio * ratio);
    }

    /** The intensity on a table of the given shape. */
    PolarTable intensity(PolarTable.Shape shape) {
        double[][][] pupil = pupilOrders();
        double[][][] bessel = besselOfRadii(shape, pupil.length);
        double[][] intensity = IntStream.range(0, shape.heights())
                .parallel()
                .mapToObj(k -> plane(shape, pupil, bessel, shape.heightUm(k)))
                .toArray(double[][]::new);
        return PolarTable.of(shape, zUm -> {
            double[] plane = intensity[(int) Math.rint(zUm / shape.stepZUm()) + shape.halfHeights()];
            return (rUm, phi) -> {
                int i = (int) Math.rint(rUm / shape.stepRUm());
                int j = (int) Math.rint(phi / (2 * Math.PI) * shape.angles());
                return plane[i * shape.angles() + j];
            };
        });
    }

    /** ε_m·p_m(ρ): [order][real, imaginary][node], as many orders as matter. */
    private double[][][] pupilOrders() {
        int most = objective.aberration().isRound() ? 1 : MOST_ORDERS;
        double[][][] orders = new double[most][2][rho.length];
        int needed = 1;
        for (int m = 0; m < most; m++) {
            double largest = 0;
            for (int node = 0; node < rho.length; node++) {
                fillOrder(orders[m], m, node);
                largest = Math.max(largest, Math.hypot(orders[m][0][node], orders[m][1][node]));
            }
            if (largest > NEGLIGIBLE) {
                needed = m + 1;
            }
        }
        return Arrays.copyOf(orders, needed);
    }

    private void fillOrder(double[][] order, int m, int node) {
        double real = 0;
        double imaginary = 0;
        for (int j = 0; j < THETAS; j++) {
            double theta = 2 * Math.PI * j / THETAS;
            double phase =
                    2 * Math.PI * aberrationScale * objective.aberration().at(rho[node], theta);
            real += Math.cos(phase) * Math.cos(m * theta);
            imaginary += Math.sin(phase) * Math.cos(m * theta);
        }
        double scale = (m == 0 ? 1.0 : 2.0) / THETAS;
        order[0][node] = scale * real;
        order[1][node] = scale * imaginary;
    }

    /** w·J_m(k·NA·r·ρ): [order][radius][node]. */
    private double[][][] besselOfRadii(PolarTable.Shape shape, int orders) {
        double kNa = 2 * Math.PI / wavelengthUm * objective.numericalAperture();
        double[][][] bessel = new double[orders][shape.radii()][rho.length];
        for (int i = 0; i < shape.radii(); i++) {
            for (int node = 0; node < rho.length; node++) {
                double[] values = BesselFunctions.upTo(orders, kNa * i * shape.stepRUm() * rho[node]);
                for (int m = 0; m < orders; m++) {
                    bessel[m][i][node] = weight[node] * values[m];
                }
            }
        }
        return bessel;
    }

    private double[] plane(PolarTable.Shape shape, double[][][] pupil, double[][][] bessel, double zUm) {
        double[] real = new double[shape.radii() * shape.angles()];
        double[] imaginary = new double[real.length];
        double[] cosines = IntStream.range(0, shape.angles())
                .mapToDouble(j -> Math.cos(shape.angle(j)))
                .toArray();
        for (int m = 0; m < pupil.length; m++) {
            double[][] defocused = defocused(pupil[m], zUm);
            for (int i = 0; i < shape.radii(); i++) {
                double re = dot(defocused[0], bessel[m][i]);
                double im = dot(defocused[1], bessel[m][i]);
                for (int j = 0; j < shape.angles(); j++) {
                    double cosine = cosines[m * j % shape.angles()];
                    int at = i * shape.angles() + j;
                    // times i^m: 1, i, −1, −i
                    switch (m % 4) {
                        case 0 -> add(real, imaginary, at, re * cosine, im * cosine);
                        case 1 -> add(real, imaginary, at, -im * cosine, re * cosine);
                        case 2 -> add(real, imaginary, at, -re * cosine, -im * cosine);
                        default -> add(real, imaginary, at, im * cosine, -re * cosine);
                    }
                }
            }
        }
        double[] intensity = new double[real.length];
        for (int i = 0; i < intensity.length; i++) {
            intensity[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
        }
        return intensity;
    }

    private static void add(double[] real, double[] imaginary, int at, double re, double im) {
        real[at] += re;
        imaginary[at] += im;
    }

    private double[][] defocused(double[][] order, double zUm) {
        double n = objective.refractiveIndex();
        double ratio = objective.numericalAperture() / n;
        double[][] result = new double[2][rho.length];
        for (int node = 0; node < rho.length; node++) {
            double phase = 2 * Math.PI / wavelengthUm * n * zUm * cosine(rho[node], ratio);
            double c = Math.cos(phase);
            double s = Math.sin(phase);
            result[0][node] = order[0][node] * c - order[1][node] * s;
            result[1][node] = order[0][node] * s + order[1][node] * c;
        }
        return result;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
