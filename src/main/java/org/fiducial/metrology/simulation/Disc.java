package org.fiducial.metrology.simulation;

/** The mean over a disc about a point of a plane: eight circles by Gauss–Legendre in r², twelve angles each. */
final class Disc {

    private static final int DIRECTIONS = 12;

    private final double[] x = new double[Quadrature.COUNT * DIRECTIONS];
    private final double[] y = new double[x.length];
    private final double[] weight = new double[x.length];

    /** A disc of radius 1. */
    Disc() {
        for (int i = 0; i < x.length; i++) {
            int circle = i / DIRECTIONS;
            double radius = Math.sqrt(0.5 + Quadrature.node(circle));
            double angle = 2 * Math.PI * (i % DIRECTIONS + 0.5) / DIRECTIONS;
            x[i] = radius * Math.cos(angle);
            y[i] = radius * Math.sin(angle);
            weight[i] = Quadrature.weight(circle) / DIRECTIONS;
        }
    }

    double mean(PolarTable table, float[] slice, Position centre, double radiusUm) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weight[i] * table.inSlice(slice, centre.xUm() + radiusUm * x[i], centre.yUm() + radiusUm * y[i]);
        }
        return sum;
    }
}
