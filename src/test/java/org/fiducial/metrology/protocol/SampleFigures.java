package org.fiducial.metrology.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Cell;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.CurveStyle;
import org.fiducial.metrology.protocol.FigurePart.Guide;
import org.fiducial.metrology.protocol.FigurePart.MapPoint;
import org.fiducial.metrology.protocol.FigurePart.Marker;
import org.fiducial.metrology.protocol.FigurePart.MarkerShape;
import org.fiducial.metrology.protocol.FigurePart.Marks;
import org.fiducial.metrology.protocol.FigurePart.Panel;
import org.fiducial.metrology.protocol.FigurePart.Sample;
import org.fiducial.metrology.protocol.FigurePart.Scale;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.FigurePart.Tone;

/** One figure of each kind. */
public final class SampleFigures {

    private SampleFigures() {}

    public static List<Figure> oneOfEach() {
        Axis um = new Axis("x", "µm");
        Guide theory = new Guide("theory", 0.19, true, Tone.THEORY);
        float[] pixels = {0, 1.5f, -2, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN};
        Tile tile = new Tile(
                "XZ",
                Raster.of(3, 2, pixels, 0.065, 0.2),
                Colours.GREY_SQUARE_ROOT,
                List.of(new Marker(1.5, 0.25, 9, MarkerShape.DIAMOND, Tone.WARNING, "7")));
        return List.of(
                new Figure.ImagePanel(
                        new Caption("bead-1", "Bead 1", "Data, model, residual."), List.of(tile, tile), 2),
                new Figure.Curves(
                        new Caption("profile-x", "Profile", ""),
                        um,
                        new Axis("intensity", "ADU"),
                        List.of(new Curve("fit", CurveStyle.DASHED, List.of(0.1, 0.2), List.of(1e-9, 1.0 / 3))),
                        List.of(theory, new Guide("half maximum", 50, false, Tone.NEUTRAL))),
                new Figure.Panels(
                        new Caption("panels", "Power and temperature", ""),
                        new Axis("averaging time", "s", Scale.LOGARITHMIC),
                        List.of(
                                new Panel(
                                        um,
                                        List.of(new Curve("power", CurveStyle.LINE, List.of(1.0), List.of(2.0))),
                                        List.of(theory)),
                                new Panel(um, List.of(), List.of()))),
                new Figure.FieldMap(
                        new Caption("map", "FWHM x over the field", "One point a bead."),
                        um,
                        um,
                        new Axis("FWHM x", "µm"),
                        List.of(
                                new MapPoint(1, 2, 0.21, OptionalDouble.of(-12.5), "1"),
                                new MapPoint(3, 4, 0.22, OptionalDouble.empty(), "2"))),
                new Figure.FieldMap(
                        new Caption("shifts", "Shifts over the field", "One arrow a bead."),
                        um,
                        um,
                        new Axis("shift", "nm"),
                        List.of(new MapPoint(1, 2, 140, OptionalDouble.of(33), "1")),
                        Marks.ARROWS),
                new Figure.Matrix(
                        new Caption("pairs", "Pairs of channels", ""),
                        List.of("1", "2"),
                        List.of(new Cell(0, 1, 0.5, List.of("140 nm", "0.7")), new Cell(1, 0, 1, List.of()))),
                new Figure.ImagePanel(
                        new Caption("two-colours", "Two colours", ""),
                        List.of(new Tile(
                                "XY",
                                Raster.of(2, 1, new float[] {0, 1}, 0.1, 0.1),
                                Colours.TWO_COLOURS,
                                List.of(),
                                Optional.of(Raster.of(2, 1, new float[] {1, 0.5f}, 0.1, 0.1)))),
                        1),
                new Figure.Distribution(
                        new Caption("distribution", "FWHM x", ""),
                        um,
                        List.of(new Sample("channel 1", List.of(0.2, 0.21, Double.NaN))),
                        List.of(theory)),
                new Figure.Gallery(new Caption("rejected", "Rejected beads", ""), List.of(tile)));
    }
}
