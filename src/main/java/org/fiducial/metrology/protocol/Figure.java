package org.fiducial.metrology.protocol;

import java.util.List;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Cell;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.Guide;
import org.fiducial.metrology.protocol.FigurePart.MapPoint;
import org.fiducial.metrology.protocol.FigurePart.Marks;
import org.fiducial.metrology.protocol.FigurePart.Panel;
import org.fiducial.metrology.protocol.FigurePart.Sample;
import org.fiducial.metrology.protocol.FigurePart.Tile;

/** A picture as numbers, without any drawing; the report draws every kind for page, PDF and file. */
public sealed interface Figure {

    /** What the figure is called and says. */
    Caption caption();

    /**
     * Image tiles in rows, for instance data, model and residual by XY, XZ and YZ.
     *
     * @param columns tiles a row, at least one
     */
    record ImagePanel(Caption caption, List<Tile> tiles, int columns) implements Figure {
        public ImagePanel {
            tiles = List.copyOf(tiles);
        }
    }

    /** Curves over a common axis with straight guide lines. */
    record Curves(Caption caption, Axis x, Axis y, List<Curve> curves, List<Guide> guides) implements Figure {
        public Curves {
            curves = List.copyOf(curves);
            guides = List.copyOf(guides);
        }
    }

    /** Plots above each other over a common axis, the first the highest: power and temperature, a fit and its residuals. */
    record Panels(Caption caption, Axis x, List<Panel> panels) implements Figure {
        public Panels {
            panels = List.copyOf(panels);
        }
    }

    /**
     * A value over the field of view, one point a bead.
     *
     * @param marks how the points are drawn
     */
    record FieldMap(Caption caption, Axis x, Axis y, Axis value, List<MapPoint> points, Marks marks) implements Figure {

        /** A value told by colour, a direction by a line. */
        public FieldMap(Caption caption, Axis x, Axis y, Axis value, List<MapPoint> points) {
            this(caption, x, y, value, points, Marks.DOTS);
        }

        public FieldMap {
            points = List.copyOf(points);
        }
    }

    /**
     * Things held against each other in a square table.
     *
     * @param names of the rows, which are those of the columns
     * @param cells what stands where; what is not there stays empty
     */
    record Matrix(Caption caption, List<String> names, List<Cell> cells) implements Figure {
        public Matrix {
            names = List.copyOf(names);
            cells = List.copyOf(cells);
        }
    }

    /** The distribution of a value, by group, with guide lines across the value axis (theory, limits). */
    record Distribution(Caption caption, Axis value, List<Sample> samples, List<Guide> guides) implements Figure {
        public Distribution {
            samples = List.copyOf(samples);
            guides = List.copyOf(guides);
        }
    }

    /** Small images with a line of text each, for instance the rejected beads with their reasons. */
    record Gallery(Caption caption, List<Tile> tiles) implements Figure {
        public Gallery {
            tiles = List.copyOf(tiles);
        }
    }
}
