package org.fiducial.metrology.coregistration;

import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.numeric.CholeskyFactor;

/**
 * An affine transformation of the plane: x' = x + a + b·x + c·y, y' = y + d + e·x + f·y, that is the identity for six zeros.
 * Lengths in µm.
 */
record PlaneTransform(double a, double b, double c, double d, double e, double f) {

    /** Beads must reach so far across their longest line, as a share of it, to tell more than a similarity. */
    private static final double LEAST_BREADTH = 0.05;

    private static final int BEADS_FOR_A_SIMILARITY = 2;
    private static final int BEADS_FOR_AN_AFFINE = 5;

    static PlaneTransform shift(double x, double y) {
        return new PlaneTransform(x, 0, 0, y, 0, 0);
    }

    Position of(Position at) {
        return new Position(at.x() + a + b * at.x() + c * at.y(), at.y() + d + e * at.x() + f * at.y(), at.z());
    }

    /** The place that this transformation takes to a given one; z stays. */
    Position back(Position to) {
        double x = to.x() - a;
        double y = to.y() - d;
        double determinant = (1 + b) * (1 + f) - c * e;
        return new Position(((1 + f) * x - c * y) / determinant, ((1 + b) * y - e * x) / determinant, to.z());
    }

    /**
     * The least-squares transformation, as rich as the number and spread of the beads allow: shift, similarity or affine.
     *
     * @param from at least one place
     * @param to as many
     */
    static PlaneTransform between(List<Position> from, List<Position> to) {
        Optional<PlaneTransform> found = Optional.empty();
        if (from.size() >= BEADS_FOR_AN_AFFINE && breadth(from) >= LEAST_BREADTH) {
            found = affine(from, to);
        }
        if (found.isEmpty() && from.size() >= BEADS_FOR_A_SIMILARITY) {
            found = similarity(from, to);
        }
        return found.orElseGet(() -> meanShift(from, to));
    }

    private static PlaneTransform meanShift(List<Position> from, List<Position> to) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < from.size(); i++) {
            x += (to.get(i).x() - from.get(i).x()) / from.size();
            y += (to.get(i).y() - from.get(i).y()) / from.size();
        }
        return shift(x, y);
    }

    private static Optional<PlaneTransform> similarity(List<Position> from, List<Position> to) {
        double[][] rows = new double[2 * from.size()][];
        double[] shifts = new double[rows.length];
        for (int i = 0; i < from.size(); i++) {
            Position at = from.get(i);
            rows[2 * i] = new double[] {1, 0, at.x(), -at.y()};
            rows[2 * i + 1] = new double[] {0, 1, at.y(), at.x()};
            shifts[2 * i] = to.get(i).x() - at.x();
            shifts[2 * i + 1] = to.get(i).y() - at.y();
        }
        return solve(rows, shifts).map(p -> new PlaneTransform(p[0], p[2], -p[3], p[1], p[3], p[2]));
    }

    private static Optional<PlaneTransform> affine(List<Position> from, List<Position> to) {
        double[][] rows = new double[from.size()][];
        double[] x = new double[rows.length];
        double[] y = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Position at = from.get(i);
            rows[i] = new double[] {1, at.x(), at.y()};
            x[i] = to.get(i).x() - at.x();
            y[i] = to.get(i).y() - at.y();
        }
        return solve(rows, x)
                .flatMap(p -> solve(rows, y).map(q -> new PlaneTransform(p[0], p[1], p[2], q[0], q[1], q[2])));
    }

    private static Optional<double[]> solve(double[][] rows, double[] observed) {
        int p = rows[0].length;
        double[] normal = new double[p * p];
        double[] right = new double[p];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < p; j++) {
                right[j] += rows[i][j] * observed[i];
                for (int k = 0; k < p; k++) {
                    normal[j * p + k] += rows[i][j] * rows[i][k];
                }
            }
        }
        return CholeskyFactor.of(normal, p).map(factor -> factor.solve(right));
    }

    /** How far places reach across their longest line over how far they reach along it: 0 for a row, 1 for a disc. */
    static double breadth(List<Position> places) {
        double mx = places.stream().mapToDouble(Position::x).average().orElse(0);
        double my = places.stream().mapToDouble(Position::y).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Position place : places) {
            xx += (place.x() - mx) * (place.x() - mx);
            xy += (place.x() - mx) * (place.y() - my);
            yy += (place.y() - my) * (place.y() - my);
        }
        double middle = 0.5 * (xx + yy);
        double split = Math.hypot(0.5 * (xx - yy), xy);
        return middle + split > 0 ? Math.sqrt(Math.max(0, middle - split) / (middle + split)) : 0;
    }
}
