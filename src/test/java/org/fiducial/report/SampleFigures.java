package org.fiducial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.fiducial.metrology.protocol.Figure;
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
import org.fiducial.metrology.protocol.FigurePart.Sample;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.FigurePart.Tone;
import org.fiducial.metrology.protocol.Raster;

/** One figure of every kind with plausible content. */
public final class SampleFigures {

    private static final long SEED = 4711;

    private SampleFigures() {}

    public static List<Figure> all() {
        return List.of(
                overview(), distribution(), map(), bead(), profile(), gallery(), shifts(), matrix(), twoColours());
    }

    static Figure overview() {
        Random random = new Random(SEED);
        int size = 256;
        float[] values = new float[size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (100 + random.nextGaussian() * 5);
        }
        List<Marker> markers = new ArrayList<>();
        for (int bead = 1; bead <= 25; bead++) {
            double x = random.nextDouble() * size;
            double y = random.nextDouble() * size;
            spot(values, size, x, y, 2.2, 800);
            boolean bad = bead % 6 == 0;
            markers.add(new Marker(
                    x,
                    y,
                    22,
                    bad ? MarkerShape.CROSS : MarkerShape.BOX,
                    bad ? Tone.BAD : bead == 7 ? Tone.WARNING : Tone.GOOD,
                    String.valueOf(bead)));
        }
        Raster raster = Raster.of(size, size, values, 0.26, 0.26);
        return new Figure.ImagePanel(
                new Caption(
                        "overview",
                        "Field of view",
                        "Brightest value along z; boxes are measured beads, crosses rejected ones."),
                List.of(new Tile("Maximum along z", raster, Colours.GREY_SQUARE_ROOT, markers)),
                1);
    }

    private static void spot(float[] values, int size, double x, double y, double sigma, double peak) {
        for (int row = Math.max(0, (int) y - 10); row < Math.min(size, y + 10); row++) {
            for (int column = Math.max(0, (int) x - 10); column < Math.min(size, x + 10); column++) {
                double r2 = (row - y) * (row - y) + (column - x) * (column - x);
                values[row * size + column] += (float) (peak * Math.exp(-r2 / (2 * sigma * sigma)));
            }
        }
    }

    static Figure bead() {
        List<Tile> tiles = new ArrayList<>();
        for (String name : List.of("data", "model", "residual")) {
            Colours colours = "residual".equals(name) ? Colours.DIVERGING : Colours.GREY_SQUARE_ROOT;
            tiles.add(new Tile("XY " + name, crop(31, 31, 0.065, 0.065, name), colours, List.of()));
            tiles.add(new Tile("XZ " + name, crop(31, 23, 0.065, 0.2, name), colours, List.of()));
            tiles.add(new Tile("YZ " + name, crop(31, 23, 0.065, 0.2, name), colours, List.of()));
        }
        return new Figure.ImagePanel(
                new Caption("bead-c1-b007", "Bead c1-b007", "Sections through the peak."), tiles, 3);
    }

    private static Raster crop(int width, int height, double pixelWidth, double pixelHeight, String name) {
        Random random = new Random(SEED);
        float[] values = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = (x - width / 2.0) * pixelWidth / 0.1;
                double dy = (y - height / 2.0) * pixelHeight / (width == height ? 0.1 : 0.28);
                double model = 100 + 1500 * Math.exp(-(dx * dx + dy * dy) / 2);
                double noise = random.nextGaussian() * Math.sqrt(model);
                values[y * width + x] = (float)
                        switch (name) {
                            case "model" -> model;
                            case "residual" -> noise;
                            default -> model + noise;
                        };
            }
        }
        return Raster.of(width, height, values, pixelWidth, pixelHeight);
    }

    static Figure profile() {
        List<Double> x = IntStream.range(-15, 16).mapToObj(i -> i * 0.065).toList();
        DoubleUnaryOperator gauss = um -> 100 + 1500 * Math.exp(-um * um / 0.02);
        return new Figure.Curves(
                new Caption("profile-x", "Profile along x", "Through the peak, with the fit."),
                new Axis("Distance from the peak", "µm"),
                new Axis("Grey value", ""),
                List.of(
                        new Curve(
                                "measured",
                                CurveStyle.POINTS,
                                x,
                                x.stream()
                                        .map(um -> gauss.applyAsDouble(um) * 1.02 + 11)
                                        .toList()),
                        new Curve(
                                "fit",
                                CurveStyle.LINE,
                                x,
                                x.stream().map(gauss::applyAsDouble).toList())),
                List.of(
                        new Guide("half maximum", 850, false, Tone.NEUTRAL),
                        new Guide("theory width", -0.0956, true, Tone.THEORY),
                        new Guide("theory width", 0.0956, true, Tone.THEORY)));
    }

    static Figure map() {
        Random random = new Random(SEED);
        List<MapPoint> points = IntStream.rangeClosed(1, 24)
                .mapToObj(i -> {
                    double x = random.nextDouble() * 66;
                    double y = random.nextDouble() * 66;
                    return new MapPoint(
                            x, y, 0.205 + x * 0.0003 + random.nextGaussian() * 0.001, OptionalDouble.of(x), "b" + i);
                })
                .toList();
        return new Figure.FieldMap(
                new Caption("map-fwhm-x", "FWHM x over the field", "Each dot is a bead; the line is its longer axis."),
                new Axis("x", "µm"),
                new Axis("y", "µm"),
                new Axis("FWHM x", "µm"),
                points);
    }

    static Figure shifts() {
        Figure.FieldMap map = (Figure.FieldMap) map();
        List<MapPoint> points = map.points().stream()
                .map(point -> new MapPoint(
                        point.x(),
                        point.y(),
                        3 * Math.hypot(point.x() - 33, point.y() - 33),
                        OptionalDouble.of(Math.toDegrees(Math.atan2(33 - point.y(), point.x() - 33))),
                        point.label()))
                .toList();
        return new Figure.FieldMap(
                new Caption("shifts-c1-c2", "Shift over the field", "Each arrow is a bead."),
                new Axis("x", "µm"),
                new Axis("y", "µm"),
                new Axis("shift", "nm"),
                points,
                Marks.ARROWS);
    }

    static Figure matrix() {
        return new Figure.Matrix(
                new Caption("pairs", "Pairs of channels", "Distance at the centre, and against resolution."),
                List.of("1", "2", "3"),
                List.of(
                        new Cell(0, 1, 0.79, List.of("143 nm", "z 250 nm")),
                        new Cell(0, 2, 0.2, List.of("40 nm", "z 31 nm")),
                        new Cell(1, 2, 1.4, List.of("812 nm", "z 1.2 µm"))));
    }

    static Figure twoColours() {
        Tile tile = ((Figure.ImagePanel) bead()).tiles().get(0);
        float[] grey = tile.raster().values();
        float[] moved = grey.clone();
        for (int i = 0; i < grey.length; i++) {
            grey[i] /= 1600;
            moved[i] = i + 3 < grey.length ? grey[i + 3] : 0;
        }
        Raster one = Raster.of(31, 31, grey, 0.065, 0.065);
        Raster other = Raster.of(31, 31, moved, 0.065, 0.065);
        return new Figure.ImagePanel(
                new Caption("two-colours", "Two colours", "Green and magenta; grey where they agree."),
                List.of(new Tile("XY", one, Colours.TWO_COLOURS, List.of(), Optional.of(other))),
                1);
    }

    static Figure distribution() {
        Random random = new Random(SEED);
        List<Sample> samples = List.of("x", "y").stream()
                .map(name -> new Sample(
                        "FWHM " + name,
                        IntStream.range(0, 60)
                                .mapToObj(i -> 0.21 + random.nextGaussian() * 0.006)
                                .toList()))
                .toList();
        return new Figure.Distribution(
                new Caption("distribution-lateral", "Lateral FWHM of all beads", "Against theory and limits."),
                new Axis("FWHM", "µm"),
                samples,
                List.of(
                        new Guide("theory", 0.1912, true, Tone.THEORY),
                        new Guide("warning limit", 0.25, true, Tone.WARNING),
                        new Guide("fail limit", 0.29, true, Tone.BAD)));
    }

    static Figure gallery() {
        List<Tile> tiles = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> new Tile(
                        "c1-b00" + i + ": neighbour at 0.41 µm, limit 0.63 µm",
                        crop(31, 31, 0.065, 0.065, "data"),
                        Colours.GREY_SQUARE_ROOT,
                        List.of()))
                .toList();
        return new Figure.Gallery(new Caption("rejected", "Rejected beads", "With the reason of each."), tiles);
    }
}
