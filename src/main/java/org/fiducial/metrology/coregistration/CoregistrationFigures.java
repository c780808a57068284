package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.coregistration.ChannelPair.SharedBead;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.CurveStyle;

/** All pictures of a result, as values. */
final class CoregistrationFigures {

    private static final String WORDS =
            "Each point is a bead. A slope of the radial part is a difference of magnification, one of the tangential part a"
                    + " rotation.";

    private final Acquisition acquisition;
    private final List<PairResult> withReference;

    CoregistrationFigures(Acquisition acquisition, List<PairResult> withReference) {
        this.acquisition = acquisition;
        this.withReference = List.copyOf(withReference);
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        withReference.stream().filter(pair -> pair.count() > 0).forEach(pair -> figures.add(overRadius(pair)));
        return figures;
    }

    /** Shifts against the distance from the centre of the field: a slope is a difference of magnification. */
    private Figure overRadius(PairResult pair) {
        List<Double> radius = new ArrayList<>();
        List<Double> radial = new ArrayList<>();
        List<Double> tangential = new ArrayList<>();
        List<Double> axial = new ArrayList<>();
        Position centre = acquisition.field().centre();
        for (SharedBead bead : pair.beads()) {
            Position at = bead.reference().bead().um();
            Position d = bead.shiftUm();
            double r = acquisition.field().radiusUm(at);
            double ex = r > 0 ? (at.x() - centre.x()) / r : 0;
            double ey = r > 0 ? (at.y() - centre.y()) / r : 0;
            radius.add(r);
            radial.add(1e3 * (d.x() * ex + d.y() * ey));
            tangential.add(1e3 * (d.y() * ex - d.x() * ey));
            axial.add(1e3 * d.z());
        }
        List<Curve> curves = new ArrayList<>(List.of(
                new Curve("radial", CurveStyle.POINTS, radius, radial),
                new Curve("tangential", CurveStyle.POINTS, radius, tangential)));
        if (!acquisition.field().plane()) {
            curves.add(new Curve("axial", CurveStyle.POINTS, radius, axial));
        }
        return new Figure.Curves(
                new Caption("radius-" + id(pair), "Shift against radius, channels " + pair.words(), WORDS),
                new Axis("distance from the centre of the field", "µm"),
                new Axis("shift", "nm"),
                curves,
                List.of());
    }

    private static String id(PairResult pair) {
        return "c" + pair.pair().reference() + "-c" + pair.pair().channel();
    }
}
