package org.fiducial.metrology.psf;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.numeric.RobustLinearFit;

/**
 * The surface the beads lie on, fitted to their positions: z = a + b x + c y + d (x² + y²), x and y from the middle of
 * the field. Where there are beads enough, a few that lie off it do not move it, {@link RobustLinearFit}.
 */
final class FieldShape {

    private static final int BEADS_FOR_A_PLANE = 4;
    private static final int BEADS_FOR_A_BOWL = 6;

    /** Beads must reach at least this share of the half-diagonal for a bowl to be told from a plane. */
    private static final double REACH_FOR_A_BOWL = 0.3;

    private final List<double[]> points;
    private final double halfDiagonalUm;

    /**
     * A field.
     *
     * @param points {x, y, z} of each bead from the middle of the field [µm]
     * @param halfDiagonalUm distance of a corner of the field from its middle [µm]
     */
    FieldShape(List<double[]> points, double halfDiagonalUm) {
        this.points = List.copyOf(points);
        this.halfDiagonalUm = halfDiagonalUm;
    }

    /** Largest minus smallest z [µm]; needs two beads. */
    Optional<Double> rangeUm() {
        double[] z = points.stream().mapToDouble(point -> point[2]).toArray();
        return z.length < 2
                ? Optional.empty()
                : Optional.of(Arrays.stream(z).max().orElseThrow()
                        - Arrays.stream(z).min().orElseThrow());
    }

    /** Angle of the fitted plane against the focal plane [°]; needs four beads not in a row. */
    Optional<Double> tiltDeg() {
        return points.size() < BEADS_FOR_A_PLANE
                ? Optional.empty()
                : fit(3).map(c -> Math.toDegrees(Math.atan(Math.hypot(c[1], c[2]))));
    }

    /** Height of the fitted bowl at a corner of the field over its middle [µm]; needs six beads spread over the field. */
    Optional<Double> curvatureUm() {
        double reach = points.stream()
                .mapToDouble(point -> Math.hypot(point[0], point[1]))
                .max()
                .orElse(0);
        return points.size() < BEADS_FOR_A_BOWL || reach < REACH_FOR_A_BOWL * halfDiagonalUm
                ? Optional.empty()
                : fit(4).map(c -> c[3] * halfDiagonalUm * halfDiagonalUm);
    }

    private Optional<double[]> fit(int terms) {
        return RobustLinearFit.fit(
                points.stream().map(point -> basis(point, terms)).toArray(double[][]::new), heights());
    }

    private double[] heights() {
        return points.stream().mapToDouble(point -> point[2]).toArray();
    }

    private static double[] basis(double[] p, int terms) {
        double[] basis = {1, p[0], p[1], p[0] * p[0] + p[1] * p[1]};
        return Arrays.copyOf(basis, terms);
    }
}
