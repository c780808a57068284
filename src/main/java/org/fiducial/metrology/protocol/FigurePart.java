package org.fiducial.metrology.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The parts figures are made of. */
public sealed interface FigurePart {

    /**
     * Name and words of a figure.
     *
     * @param id stem of its file, unique within a result: lower-case letters, digits and hyphens
     * @param title a few words
     * @param text what one sees, in a sentence or two; may be empty
     */
    record Caption(String id, String title, String text) implements FigurePart {
        public Caption {
            if (!id.matches("[a-z0-9][a-z0-9-]*")) {
                throw new IllegalArgumentException("a figure id is lower-case words joined by hyphens, was " + id);
            }
        }
    }

    /**
     * An axis: what it shows, in the unit people read, for instance {@code FWHM x} and {@code µm}.
     *
     * @param unit sign of the unit, empty for a pure number
     * @param scale how its numbers are spread
     */
    record Axis(String label, String unit, Scale scale) implements FigurePart {

        /** An axis with even steps. */
        public Axis(String label, String unit) {
            this(label, unit, Scale.LINEAR);
        }
    }

    /** How an axis spreads its numbers. */
    enum Scale {
        LINEAR,
        /** Even steps for even factors; numbers above zero only. */
        LOGARITHMIC
    }

    /** One of several plots above each other over a common x axis. */
    record Panel(Axis y, List<Curve> curves, List<Guide> guides) implements FigurePart {
        public Panel {
            curves = List.copyOf(curves);
            guides = List.copyOf(guides);
        }
    }

    /** How a curve is drawn. */
    enum CurveStyle {
        POINTS,
        LINE,
        DASHED
    }

    /** One curve; x and y have equal length. */
    record Curve(String name, CurveStyle style, List<Double> x, List<Double> y) implements FigurePart {
        public Curve {
            x = List.copyOf(x);
            y = List.copyOf(y);
            if (x.size() != y.size()) {
                throw new IllegalArgumentException("a curve has as many x as y, had " + x.size() + " and " + y.size());
            }
        }
    }

    /** What a guide line or marker stands for; drawn by tone, shape and word, never by colour alone. */
    enum Tone {
        NEUTRAL,
        THEORY,
        GOOD,
        WARNING,
        BAD
    }

    /**
     * A straight line across a plot at one value of an axis.
     *
     * @param vertical true for a line at a value of the x axis
     */
    record Guide(String label, double at, boolean vertical, Tone tone) implements FigurePart {}

    /**
     * One point of a map in µm from the centre of the first voxel.
     *
     * @param angleDegrees direction of the longer axis, counter-clockwise from +x, where it means something
     */
    record MapPoint(double x, double y, double value, OptionalDouble angleDegrees, String label)
            implements FigurePart {}

    /** How the points of a map are drawn. */
    enum Marks {
        /** Dots coloured by their value; a direction is a line through them. */
        DOTS,
        /** Arrows as long as their value says, to a scale drawn with them, in the direction of their angle. */
        ARROWS
    }

    /**
     * One cell of a square table.
     *
     * @param row from 0
     * @param column from 0
     * @param share 0 for a pale cell to 1 for the strongest shade
     * @param lines what stands in it, one to three short lines
     */
    record Cell(int row, int column, double share, List<String> lines) implements FigurePart {
        public Cell {
            lines = List.copyOf(lines);
        }
    }

    /** A named group of values of a distribution. */
    record Sample(String name, List<Double> values) implements FigurePart {
        public Sample {
            values = List.copyOf(values);
        }
    }

    /** How grey values become colours. */
    enum Colours {
        /** Black to white. */
        GREY,
        /** Square root of the value, black to white: shows dim skirts. */
        GREY_SQUARE_ROOT,
        /** Blue, white, red, symmetric about zero. */
        DIVERGING,
        /** Per cent from 0 to 100 in ten steps: lines of equal value. */
        STEPS,
        /** Two images of one field over each other, green and magenta, each from its 0 to its 1: grey where they agree. */
        TWO_COLOURS
    }

    /** Shape of a marker in an image. */
    enum MarkerShape {
        BOX,
        DIAMOND,
        CROSS,
        CIRCLE
    }

    /** A marker in an image; position and size in pixels of the raster, x and y at the centre. */
    record Marker(double x, double y, double size, MarkerShape shape, Tone tone, String label) implements FigurePart {

        public Marker(Position position, MarkerShape shape, Tone tone, String label) {
            this(position.x(), position.y(), position.size(), shape, tone, label);
        }

        /** Centre and edge length in pixels of the raster. */
        public record Position(double x, double y, double size) {}
    }

    /**
     * An image with its label, colours and markers.
     *
     * @param over another image of the same field and size over it; only with {@link Colours#TWO_COLOURS}
     */
    record Tile(String label, Raster raster, Colours colours, List<Marker> markers, Optional<Raster> over)
            implements FigurePart {

        /** A tile of one image. */
        public Tile(String label, Raster raster, Colours colours, List<Marker> markers) {
            this(label, raster, colours, markers, Optional.empty());
        }

        public Tile {
            markers = List.copyOf(markers);
            if (over.isPresent() != (colours == Colours.TWO_COLOURS)
                    || over.filter(other -> other.width() != raster.width() || other.height() != raster.height())
                            .isPresent()) {
                throw new IllegalArgumentException("two colours need two images of one size");
            }
        }
    }
}
