package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.coregistration.Acquisition.Field;
import org.fiducial.metrology.coregistration.ChannelPair.SharedBead;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.CurveStyle;
import org.fiducial.metrology.protocol.FigurePart.MapPoint;
import org.fiducial.metrology.protocol.FigurePart.Marks;

/** What the beads of a pair say, in pictures: arrows over the field, shifts in a plane with the resolution, over the radius. */
final class ShiftFigures {

    private static final double NM = 1e3;
    private static final Axis X = new Axis("x", "µm");
    private static final Axis Y = new Axis("y", "µm");
    private static final int CIRCLE = 72;
    private static final int FEWEST_FOR_A_PATTERN = 3;

    private final Field field;
    private final PairResult pair;

    ShiftFigures(Field field, PairResult pair) {
        this.field = field;
        this.pair = pair;
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        if (pair.count() < 2) {
            scatter().ifPresent(figures::add);
            return figures;
        }
        figures.add(arrows(
                "shifts",
                "Shift over the field",
                "Each arrow is a bead: where channel "
                        + pair.pair().channel() + " shows it against channel "
                        + pair.pair().reference()
                        + ", far enlarged as the scale says.",
                new Position(0, 0, 0)));
        if (pair.count() >= FEWEST_FOR_A_PATTERN) {
            figures.add(arrows(
                    "pattern",
                    "Shift over the field, that at its centre removed",
                    "Arrows out of the centre or into it are a difference of magnification, arrows round it a rotation.",
                    pair.model().orElseThrow().lateralAtCentre()));
        }
        if (!field.plane()) {
            figures.add(heights());
        }
        figures.add(overRadius());
        scatter().ifPresent(figures::add);
        return figures;
    }

    private Caption caption(String stem, String title, String text) {
        return new Caption(
                stem + "-c" + pair.pair().reference() + "-c" + pair.pair().channel(),
                title + ", channels " + pair.words(),
                text);
    }

    private static String number(SharedBead bead) {
        return Integer.toString(bead.reference().number());
    }

    private Figure arrows(String stem, String title, String text, Position removed) {
        List<MapPoint> points = pair.beads().stream()
                .map(bead -> {
                    Position at = bead.reference().bead().um();
                    double dx = bead.shiftUm().x() - removed.x();
                    double dy = bead.shiftUm().y() - removed.y();
                    // Angles of maps count upwards, rows of images downwards.
                    OptionalDouble angle = OptionalDouble.of(Math.toDegrees(Math.atan2(-dy, dx)));
                    return new MapPoint(at.x(), at.y(), NM * Math.hypot(dx, dy), angle, number(bead));
                })
                .toList();
        return new Figure.FieldMap(caption(stem, title, text), X, Y, new Axis("shift", "nm"), points, Marks.ARROWS);
    }

    private Figure heights() {
        List<MapPoint> points = pair.beads().stream()
                .map(bead -> {
                    Position at = bead.reference().bead().um();
                    double z = NM * bead.shiftUm().z();
                    return new MapPoint(at.x(), at.y(), z, OptionalDouble.empty(), number(bead));
                })
                .toList();
        return new Figure.FieldMap(
                caption("axial", "Shift along z over the field", "Each dot is a bead."),
                X,
                Y,
                new Axis("shift z", "nm"),
                points);
    }

    /** Shifts against the distance from the centre of the field: a slope is a difference of magnification. */
    private Figure overRadius() {
        List<Double> radius = new ArrayList<>();
        List<Double> radial = new ArrayList<>();
        List<Double> tangential = new ArrayList<>();
        List<Double> axial = new ArrayList<>();
        Position middle = pair.model().orElseThrow().lateralAtCentre();
        Position centre = field.centre();
        for (SharedBead bead : pair.beads()) {
            Position at = bead.reference().bead().um();
            double dx = bead.shiftUm().x() - middle.x();
            double dy = bead.shiftUm().y() - middle.y();
            double r = field.radiusUm(at);
            double ex = r > 0 ? (at.x() - centre.x()) / r : 0;
            double ey = r > 0 ? (at.y() - centre.y()) / r : 0;
            radius.add(r);
            radial.add(NM * (dx * ex + dy * ey));
            tangential.add(NM * (dy * ex - dx * ey));
            axial.add(NM * bead.shiftUm().z());
        }
        List<Curve> curves = new ArrayList<>(List.of(
                new Curve("outwards", CurveStyle.POINTS, radius, radial),
                new Curve("round the centre", CurveStyle.POINTS, radius, tangential)));
        if (!field.plane()) {
            curves.add(new Curve("along z", CurveStyle.POINTS, radius, axial));
        }
        return new Figure.Curves(
                caption(
                        "radius",
                        "Shift against radius",
                        "Each bead's shift, in the plane less that at the centre. A slope outwards is a difference of"
                                + " magnification, one round the centre a rotation."),
                new Axis("distance from the centre of the field", "µm"),
                new Axis("shift", "nm"),
                curves,
                List.of());
    }

    /** Shift x against shift y with the resolution round no shift. */
    private Optional<Figure> scatter() {
        if (!(pair.ellipsoid() instanceof ResolutionEllipsoid.Known limit)) {
            return Optional.empty();
        }
        List<Double> dx = new ArrayList<>();
        List<Double> dy = new ArrayList<>();
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (SharedBead bead : pair.beads()) {
            dx.add(NM * bead.shiftUm().x());
            dy.add(NM * bead.shiftUm().y());
        }
        for (int i = 0; i <= CIRCLE; i++) {
            double angle = 2 * Math.PI * i / CIRCLE;
            x.add(NM * limit.lateralUm() * Math.cos(angle));
            y.add(NM * limit.lateralUm() * Math.sin(angle));
        }
        return Optional.of(new Figure.Curves(
                caption(
                        "scatter",
                        "Shifts and resolution",
                        "Each point is a bead; the line is the lateral resolution."),
                new Axis("shift x", "nm"),
                new Axis("shift y", "nm"),
                List.of(
                        new Curve("beads", CurveStyle.POINTS, dx, dy),
                        new Curve("resolution", CurveStyle.DASHED, x, y)),
                List.of()));
    }
}
