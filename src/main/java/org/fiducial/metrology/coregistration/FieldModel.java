package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.coregistration.ChannelPair.SharedBead;
import org.fiducial.metrology.numeric.Estimate;

/**
 * How the shift between two channels varies over the field, fitted to their shared beads, and what it is at the centre.
 *
 * <p>With X, Y the place of the bead in the reference channel from the centre of the field and d its shift (other minus
 * reference): <i>translation</i> d = t; <i>similarity</i> d = t + (s R(θ) − 1)(X, Y), magnification s and rotation θ from +x
 * towards +y of the file; <i>affine</i> d = t + M (X, Y). Along z: dz = t, or a plane where the beads allow it. The shift at
 * the centre is t of the richest model the beads determine: affine from {@link #BEADS_FOR_AN_AFFINE} beads that are no row,
 * similarity from {@link #BEADS_FOR_A_SIMILARITY}, translation from one. Lengths in µm.
 */
final class FieldModel {

    private static final int BEADS_FOR_A_SIMILARITY = 3;
    private static final int BEADS_FOR_AN_AFFINE = 6;
    private static final double LEAST_BREADTH = 0.05;

    /** The models, by what they allow. */
    enum Kind {
        TRANSLATION,
        SIMILARITY,
        AFFINE;

        /** Its word in formula ids and metric keys. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An estimate along each axis; along z none in a single plane. */
    record Shift(Estimate x, Estimate y, Optional<Estimate> z) {}

    /** A similarity: relative magnification and angle [rad], from +x towards +y. */
    record Similarity(Estimate magnification, Estimate rotation) {}

    private final List<SharedBead> beads;
    private final double[] x;
    private final double[] y;
    private final boolean plane;
    private final Optional<LinearModel> similarity;
    private final Optional<LinearModel> affineX;
    private final Optional<LinearModel> affineY;

    /**
     * The model of some beads.
     *
     * @param beads at least one
     * @param centre of the field [µm]
     * @param plane whether there is one plane only, so that nothing is known along z
     */
    FieldModel(List<SharedBead> beads, Position centre, boolean plane) {
        this.beads = List.copyOf(beads);
        this.plane = plane;
        this.x = beads.stream()
                .mapToDouble(bead -> bead.reference().bead().um().x() - centre.x())
                .toArray();
        this.y = beads.stream()
                .mapToDouble(bead -> bead.reference().bead().um().y() - centre.y())
                .toArray();
        this.similarity = beads.size() < BEADS_FOR_A_SIMILARITY ? Optional.empty() : fitSimilarity();
        boolean rich = beads.size() >= BEADS_FOR_AN_AFFINE && breadth() >= LEAST_BREADTH;
        this.affineX = rich ? LinearModel.fit(slopes(), shifts(0), uncertainties(0)) : Optional.empty();
        this.affineY = rich ? LinearModel.fit(slopes(), shifts(1), uncertainties(1)) : Optional.empty();
    }

    private double breadth() {
        List<Position> places = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            places.add(new Position(x[i], y[i], 0));
        }
        return PlaneTransform.breadth(places);
    }

    private Optional<LinearModel> fitSimilarity() {
        int n = x.length;
        double[][] rows = new double[2 * n][];
        double[] observed = new double[2 * n];
        double[] u = new double[2 * n];
        for (int i = 0; i < n; i++) {
            rows[i] = new double[] {1, 0, x[i], -y[i]};
            rows[n + i] = new double[] {0, 1, y[i], x[i]};
        }
        System.arraycopy(shifts(0), 0, observed, 0, n);
        System.arraycopy(shifts(1), 0, observed, n, n);
        System.arraycopy(uncertainties(0), 0, u, 0, n);
        System.arraycopy(uncertainties(1), 0, u, n, n);
        return LinearModel.fit(rows, observed, u);
    }

    private double[][] slopes() {
        double[][] rows = new double[x.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {1, x[i], y[i]};
        }
        return rows;
    }

    private double[][] ones() {
        double[][] rows = new double[x.length][];
        Arrays.fill(rows, new double[] {1});
        return rows;
    }

    private double[] shifts(int axis) {
        return beads.stream().mapToDouble(bead -> along(bead.shiftUm(), axis)).toArray();
    }

    private double[] uncertainties(int axis) {
        return beads.stream().mapToDouble(bead -> along(bead.u(), axis)).toArray();
    }

    private static double along(Position position, int axis) {
        return axis == 0 ? position.x() : axis == 1 ? position.y() : position.z();
    }

    /** The richest model the beads determine. */
    Kind kind() {
        if (affineX.isPresent() && affineY.isPresent()) {
            return Kind.AFFINE;
        }
        return similarity.isPresent() ? Kind.SIMILARITY : Kind.TRANSLATION;
    }

    /** The shift at the centre of the field by the richest model. */
    Shift atCentre() {
        return switch (kind()) {
            case AFFINE ->
                new Shift(
                        affineX.orElseThrow().coefficient(0),
                        affineY.orElseThrow().coefficient(0),
                        axial());
            case SIMILARITY ->
                new Shift(
                        similarity.orElseThrow().coefficient(0),
                        similarity.orElseThrow().coefficient(1),
                        axial());
            case TRANSLATION -> new Shift(mean(0), mean(1), axial());
        };
    }

    /** The lateral shift at the centre of the field, without its uncertainty. */
    Position lateralAtCentre() {
        Shift shift = atCentre();
        return new Position(shift.x().value(), shift.y().value(), 0);
    }

    private Optional<Estimate> axial() {
        if (plane) {
            return Optional.empty();
        }
        boolean tilted = kind() == Kind.AFFINE;
        Optional<Estimate> sloping = tilted
                ? LinearModel.fit(slopes(), shifts(2), uncertainties(2)).map(fit -> fit.coefficient(0))
                : Optional.empty();
        return Optional.of(sloping.orElseGet(() -> mean(2)));
    }

    private Estimate mean(int axis) {
        return LinearModel.fit(ones(), shifts(axis), uncertainties(axis))
                .orElseThrow()
                .coefficient(0);
    }

    /** Magnification and rotation, from three beads on: s e^{iθ} = 1 + p + iq. */
    Optional<Similarity> similarity() {
        return similarity.map(fit -> {
            Estimate p = fit.coefficient(2);
            Estimate q = fit.coefficient(3);
            return new Similarity(
                    new Estimate(Math.hypot(1 + p.value(), q.value()) - 1, p.u()),
                    new Estimate(Math.atan2(q.value(), 1 + p.value()), q.u()));
        });
    }

    /**
     * Lateral distance that a model leaves, √(Σ(rx² + ry²)/n) [µm].
     *
     * @return empty where the beads do not determine the model or it passes through all of them by necessity
     */
    Optional<Double> residualRmsUm(Kind kind) {
        return switch (kind) {
            case TRANSLATION -> x.length < 2 ? Optional.empty() : Optional.of(rms(mean(0).value(), mean(1).value()));
            case SIMILARITY ->
                similarity.map(fit -> rms(i -> fit.at(1, 0, x[i], -y[i]), i -> fit.at(0, 1, y[i], x[i])));
            case AFFINE ->
                affineX.flatMap(across ->
                        affineY.map(along -> rms(i -> across.at(1, x[i], y[i]), i -> along.at(1, x[i], y[i]))));
        };
    }

    private double rms(double tx, double ty) {
        return rms(i -> tx, i -> ty);
    }

    private double rms(IntToDoubleFunction modelX, IntToDoubleFunction modelY) {
        double[] dx = shifts(0);
        double[] dy = shifts(1);
        double sum = 0;
        for (int i = 0; i < dx.length; i++) {
            double rx = dx[i] - modelX.applyAsDouble(i);
            double ry = dy[i] - modelY.applyAsDouble(i);
            sum += rx * rx + ry * ry;
        }
        return Math.sqrt(sum / dx.length);
    }
}
