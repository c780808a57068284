package org.fiducial.metrology.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.fiducial.metrology.field.FieldChannel.SmoothField;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.CurveStyle;
import org.fiducial.metrology.protocol.FigurePart.MapPoint;
import org.fiducial.metrology.protocol.FigurePart.Marker;
import org.fiducial.metrology.protocol.FigurePart.MarkerShape;
import org.fiducial.metrology.protocol.FigurePart.Panel;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.FigurePart.Tone;
import org.fiducial.metrology.protocol.Parameters;

/** The pictures of one channel: lines of equal light, the image with what is left of it, profiles, and the nine zones. */
final class FieldFigures {

    private static final int PROFILE_BINS = 128;
    private static final double MARK_PX = 12;

    private final FieldChannel channel;
    private final FieldRasters rasters;

    FieldFigures(FieldChannel channel, Parameters parameters) {
        this.channel = channel;
        this.rasters = new FieldRasters(channel.source().image(), parameters);
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        if (channel.field().isEmpty()) {
            figures.add(new Figure.ImagePanel(
                    caption("image", "Image", "The mean image; no smooth field could be fitted to it."),
                    List.of(new Tile("", rasters.image(), Colours.GREY, List.of())),
                    1));
            return figures;
        }
        SmoothField field = channel.field().get();
        figures.add(contours(field));
        figures.add(residual(field));
        figures.add(profiles(field));
        figures.add(zones(field));
        return figures;
    }

    private Caption caption(String id, String title, String text) {
        return new Caption("field-" + id + "-c" + channel.number(), title + ", channel " + channel.number(), text);
    }

    private Figure contours(SmoothField field) {
        List<Marker> markers = new ArrayList<>();
        markers.add(rasters.marker(0, 0, new Look(MARK_PX, MarkerShape.CIRCLE, Tone.NEUTRAL, "")));
        String where = "no centre is defined";
        if (field.centre() instanceof FieldCentre.Inside inside) {
            markers.add(rasters.marker(inside.u(), inside.v(), new Look(MARK_PX, MarkerShape.CROSS, Tone.BAD, "")));
            where = "the cross marks the centre of the light";
        }
        if (field.centre() instanceof FieldCentre.AtBorder border) {
            markers.add(rasters.marker(border.u(), border.v(), new Look(MARK_PX, MarkerShape.CROSS, Tone.BAD, "")));
            where = "the light is brightest at the border, where the cross is";
        }
        return new Figure.ImagePanel(
                caption(
                        "contours",
                        "Lines of equal light",
                        "The smooth field in steps of 10 % of its maximum; the circle marks the middle of the image, "
                                + where + "."),
                List.of(new Tile("", rasters.surface(field), Colours.STEPS, markers)),
                1);
    }

    /** How a place is marked. */
    record Look(double size, MarkerShape shape, Tone tone, String label) {}

    private Figure residual(SmoothField field) {
        List<Marker> markers = new ArrayList<>();
        List<PixelResiduals.Defect> defects = field.residuals().defects();
        for (int i = 0; i < Math.min(20, defects.size()); i++) {
            PixelResiduals.Defect defect = defects.get(i);
            double size = Math.max(10, 2 * rasters.scaled(Math.sqrt(defect.pixels())));
            markers.add(rasters.marker(
                    defect.u(), defect.v(), new Look(size, MarkerShape.DIAMOND, Tone.BAD, Integer.toString(i + 1))));
        }
        String text = "Left the image above the offset [counts], right what differs from the smooth field [%]"
                + (defects.isEmpty() ? "." : "; diamonds mark patches of dirt.");
        return new Figure.ImagePanel(
                caption("residual", "Image and what is left", text),
                List.of(
                        new Tile("image", rasters.image(), Colours.GREY, List.of()),
                        new Tile("difference, %", rasters.residual(field), Colours.DIVERGING, markers)),
                2);
    }

    private Figure profiles(SmoothField field) {
        double highest = field.shape().highest(field.surface().coefficients());
        List<Panel> panels = new ArrayList<>();
        panels.add(panel("row", field, highest, new double[] {1, 0}));
        panels.add(panel("column", field, highest, new double[] {0, 1}));
        panels.add(panel("diagonal \\", field, highest, new double[] {1, 1}));
        panels.add(panel("diagonal /", field, highest, new double[] {1, -1}));
        return new Figure.Panels(
                caption(
                        "profiles",
                        "Profiles through the middle",
                        "Pixels along four lines (points, means of neighbours) and the smooth field (lines), in % of its"
                                + " maximum."),
                new Axis("position, from border to border", ""),
                panels);
    }

    private Panel panel(String name, SmoothField field, double highest, double[] direction) {
        FlatImage image = channel.source().image();
        List<Double> places = new ArrayList<>();
        List<Double> pixels = new ArrayList<>();
        List<Double> smooth = new ArrayList<>();
        int length = Math.max(image.width(), image.height());
        int bins = Math.min(PROFILE_BINS, length);
        for (int bin = 0; bin < bins; bin++) {
            double sum = 0;
            int n = 0;
            for (int i = bin * length / bins; i < (bin + 1) * length / bins; i++) {
                double t = FlatImage.relative(i, length);
                int x = pixel(t * direction[0], image.width());
                int y = pixel(t * direction[1], image.height());
                if (image.counts(y * image.width() + x)) {
                    sum += image.counts()[y * image.width() + x];
                    n++;
                }
            }
            double t = FlatImage.relative(0.5 * (bin * length / bins + (bin + 1) * length / bins - 1), length);
            if (n > 0) {
                places.add(t);
                pixels.add(100 * sum / n / highest);
                smooth.add(100 * field.surface().at(t * direction[0], t * direction[1]) / highest);
            }
        }
        return new Panel(
                new Axis(name, "%"),
                List.of(
                        new Curve("pixels", CurveStyle.POINTS, places, pixels),
                        new Curve("smooth field", CurveStyle.LINE, places, smooth)),
                List.of());
    }

    private static int pixel(double relative, int size) {
        return Math.max(0, Math.min(size - 1, (int) Math.rint(0.5 * ((relative + 1) * size - 1))));
    }

    private Figure zones(SmoothField field) {
        double[] means = FieldItems.zoneMeans(field);
        List<MapPoint> points = IntStream.range(0, means.length)
                .mapToObj(zone -> {
                    int column = zone % FieldItems.ZONES;
                    int row = zone / FieldItems.ZONES;
                    double mean = means[zone];
                    return new MapPoint(
                            (column - 1) * 2.0 / FieldItems.ZONES,
                            (row - 1) * 2.0 / FieldItems.ZONES,
                            0.1 * Math.rint(10 * mean),
                            OptionalDouble.empty(),
                            String.format(Locale.ROOT, "%.1f %%", mean));
                })
                .toList();
        return new Figure.FieldMap(
                caption("zones", "Nine zones", "Mean of the smooth field in each ninth, in % of the brightest."),
                new Axis("x, from border to border", ""),
                new Axis("y", ""),
                new Axis("light", "%"),
                points);
    }
}
