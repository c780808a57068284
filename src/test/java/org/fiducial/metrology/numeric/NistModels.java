package org.fiducial.metrology.numeric;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The models of the nonlinear NIST Statistical Reference Datasets, b counted from 0. */
final class NistModels {

    /** A prediction from parameters b and predictors x. */
    @FunctionalInterface
    interface Model {
        double at(double[] b, double[] x);

        default Regression over(double[][] predictors) {
            return (parameters, predicted) -> {
                for (int i = 0; i < predicted.length; i++) {
                    predicted[i] = at(parameters, predictors[i]);
                }
            };
        }
    }

    private static final Map<String, Model> ALL = Map.ofEntries(
            Map.entry("Bennett5", (b, x) -> b[0] * Math.pow(b[1] + x[0], -1 / b[2])),
            Map.entry("BoxBOD", NistModels::saturation),
            Map.entry("Chwirut1", NistModels::chwirut),
            Map.entry("Chwirut2", NistModels::chwirut),
            Map.entry("DanWood", (b, x) -> b[0] * Math.pow(x[0], b[1])),
            Map.entry("ENSO", NistModels::enso),
            Map.entry("Eckerle4", (b, x) -> b[0] / b[1] * Math.exp(-0.5 * square((x[0] - b[2]) / b[1]))),
            Map.entry("Gauss1", NistModels::gauss),
            Map.entry("Gauss2", NistModels::gauss),
            Map.entry("Gauss3", NistModels::gauss),
            Map.entry("Hahn1", NistModels::cubicOverCubic),
            Map.entry("Kirby2", NistModels::kirby),
            Map.entry("Lanczos1", NistModels::lanczos),
            Map.entry("Lanczos2", NistModels::lanczos),
            Map.entry("Lanczos3", NistModels::lanczos),
            Map.entry("MGH09", (b, x) -> b[0] * (x[0] * x[0] + x[0] * b[1]) / (x[0] * x[0] + x[0] * b[2] + b[3])),
            Map.entry("MGH10", (b, x) -> b[0] * Math.exp(b[1] / (x[0] + b[2]))),
            Map.entry("MGH17", (b, x) -> b[0] + b[1] * Math.exp(-x[0] * b[3]) + b[2] * Math.exp(-x[0] * b[4])),
            Map.entry("Misra1a", NistModels::saturation),
            Map.entry("Misra1b", (b, x) -> b[0] * (1 - Math.pow(1 + b[1] * x[0] / 2, -2))),
            Map.entry("Misra1c", (b, x) -> b[0] * (1 - Math.pow(1 + 2 * b[1] * x[0], -0.5))),
            Map.entry("Misra1d", (b, x) -> b[0] * b[1] * x[0] / (1 + b[1] * x[0])),
            // Certified for ln y.
            Map.entry("Nelson", (b, x) -> b[0] - b[1] * x[0] * Math.exp(-b[2] * x[1])),
            Map.entry("Rat42", (b, x) -> b[0] / (1 + Math.exp(b[1] - b[2] * x[0]))),
            Map.entry("Rat43", (b, x) -> b[0] / Math.pow(1 + Math.exp(b[1] - b[2] * x[0]), 1 / b[3])),
            Map.entry("Roszman1", (b, x) -> b[0] - b[1] * x[0] - Math.atan(b[2] / (x[0] - b[3])) / Math.PI),
            Map.entry("Thurber", NistModels::cubicOverCubic));

    private NistModels() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    static Model of(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    private static double saturation(double[] b, double[] x) {
        return b[0] * (1 - Math.exp(-b[1] * x[0]));
    }

    private static double chwirut(double[] b, double[] x) {
        return Math.exp(-b[0] * x[0]) / (b[1] + b[2] * x[0]);
    }

    private static double gauss(double[] b, double[] x) {
        return b[0] * Math.exp(-b[1] * x[0])
                + b[2] * Math.exp(-square((x[0] - b[3]) / b[4]))
                + b[5] * Math.exp(-square((x[0] - b[6]) / b[7]));
    }

    private static double cubicOverCubic(double[] b, double[] x) {
        double t = x[0];
        return (b[0] + t * (b[1] + t * (b[2] + t * b[3]))) / (1 + t * (b[4] + t * (b[5] + t * b[6])));
    }

    private static double kirby(double[] b, double[] x) {
        double t = x[0];
        return (b[0] + t * (b[1] + t * b[2])) / (1 + t * (b[3] + t * b[4]));
    }

    private static double lanczos(double[] b, double[] x) {
        return b[0] * Math.exp(-b[1] * x[0]) + b[2] * Math.exp(-b[3] * x[0]) + b[4] * Math.exp(-b[5] * x[0]);
    }

    private static double enso(double[] b, double[] x) {
        double turn = 2 * Math.PI * x[0];
        return b[0]
                + b[1] * Math.cos(turn / 12)
                + b[2] * Math.sin(turn / 12)
                + b[4] * Math.cos(turn / b[3])
                + b[5] * Math.sin(turn / b[3])
                + b[7] * Math.cos(turn / b[6])
                + b[8] * Math.sin(turn / b[6]);
    }

    private static double square(double value) {
        return value * value;
    }
}
