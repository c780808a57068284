package org.fiducial.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.Raster;

/**
 * Draws image tiles in rows, all at one scale of pixels per µm, so that an XZ view is as long against an XY view as the
 * bead was. Tiles of one kind of colours share their key: data and model can be compared.
 */
final class ImagePanelDrawing implements Drawing {

    private static final Font LABEL_FONT = Lettering.regular(13.5f);
    private static final int GAP = 12;
    private static final int MARGIN = 8;
    private static final int LABEL_HEIGHT = 22;
    private static final int WIDEST = 504;
    private static final int MOST_STRETCH = 60;
    private static final int TALLEST = 960;
    private static final double LARGEST_PIXEL = 14;

    private final Palette palette;
    private final List<Tile> tiles;
    private final List<Rectangle> places;
    private final double pixelsPerUm;
    private final int label;
    private final int bottom;

    ImagePanelDrawing(Figure.ImagePanel figure, Palette palette) {
        this.palette = palette;
        this.tiles = figure.tiles();
        int columns = Math.max(1, Math.min(figure.columns(), tiles.size()));
        this.pixelsPerUm = scale(columns);
        this.label = tiles.stream().allMatch(tile -> tile.label().isEmpty()) ? 0 : LABEL_HEIGHT;
        this.places = places(columns);
        this.bottom =
                places.stream().mapToInt(place -> place.y + place.height).max().orElse(MARGIN) + 12;
    }

    @Override
    public int width() {
        return WIDEST + 2 * MARGIN;
    }

    @Override
    public int height() {
        return bottom + ImageKey.HEIGHT;
    }

    @Override
    public void paint(Graphics2D graphics) {
        Map<Colours, Ramp> ramps = ramps();
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = tiles.get(i);
            Rectangle place = places.get(i);
            paint(tile, ramps, place, graphics);
            TileImage.frame(place, palette.faint(), graphics);
            new MarkerLayer(tile, place).paint(graphics);
            graphics.setFont(LABEL_FONT);
            graphics.setPaint(palette.ink());
            graphics.drawString(
                    Lettering.shorten(tile.label(), LABEL_FONT, Math.max(place.width, cell())), place.x, place.y - 6);
        }
        new ImageKey(shownScale(), ramps, palette).paint(MARGIN, bottom, WIDEST, graphics);
    }

    /** The scale, unless the size of the pixels is not known. */
    private OptionalDouble shownScale() {
        return tiles.stream().allMatch(tile -> tile.raster().scaled())
                ? OptionalDouble.of(pixelsPerUm)
                : OptionalDouble.empty();
    }

    private static void paint(Tile tile, Map<Colours, Ramp> ramps, Rectangle place, Graphics2D graphics) {
        tile.over()
                .ifPresentOrElse(
                        over -> TileImage.paint(tile.raster(), over, place, graphics),
                        () -> TileImage.paint(
                                tile.raster(),
                                ramps.getOrDefault(tile.colours(), Ramp.ofImage(tile.colours(), 0, 1)),
                                place,
                                graphics));
    }

    private int cell() {
        int columns = (int)
                places.stream().filter(place -> place.y == places.get(0).y).count();
        return (WIDEST - (columns - 1) * GAP) / Math.max(1, columns);
    }

    private double scale(int columns) {
        double widthUm = 0;
        double heightUm = 0;
        for (int column = 0; column < columns; column++) {
            widthUm += columnWidthUm(column, columns);
        }
        int rows = (tiles.size() + columns - 1) / columns;
        for (int row = 0; row < rows; row++) {
            heightUm += rowHeightUm(row, columns);
        }
        double largest = tiles.stream()
                .mapToDouble(tile -> LARGEST_PIXEL
                        / Math.min(tile.raster().pixelWidthUm(), tile.raster().pixelHeightUm()))
                .min()
                .orElse(1);
        double byWidth = (WIDEST - (columns - 1) * GAP) / Math.max(widthUm, 1e-9);
        double byHeight = TALLEST / Math.max(heightUm, 1e-9);
        return Math.min(largest, Math.min(byWidth, byHeight));
    }

    private double columnWidthUm(int column, int columns) {
        double widest = 0;
        for (int i = column; i < tiles.size(); i += columns) {
            widest = Math.max(widest, widthUm(tiles.get(i).raster()));
        }
        return widest;
    }

    private double rowHeightUm(int row, int columns) {
        double tallest = 0;
        for (int i = row * columns; i < Math.min(tiles.size(), (row + 1) * columns); i++) {
            tallest = Math.max(tallest, heightUm(tiles.get(i).raster()));
        }
        return tallest;
    }

    private List<Rectangle> places(int columns) {
        List<Rectangle> all = new ArrayList<>();
        int spare = WIDEST - (columns - 1) * GAP;
        for (int column = 0; column < columns; column++) {
            spare -= (int) Math.round(columnWidthUm(column, columns) * pixelsPerUm);
        }
        int stretch = Math.max(0, Math.min(MOST_STRETCH, spare / columns));
        int y = MARGIN + label;
        for (int i = 0; i < tiles.size(); i++) {
            int column = i % columns;
            int x = MARGIN;
            for (int before = 0; before < column; before++) {
                x += (int) Math.round(columnWidthUm(before, columns) * pixelsPerUm) + GAP + stretch;
            }
            Raster raster = tiles.get(i).raster();
            all.add(new Rectangle(x, y, length(widthUm(raster)), length(heightUm(raster))));
            if (column == columns - 1) {
                y += length(rowHeightUm(i / columns, columns)) + label + GAP / 2;
            }
        }
        return all;
    }

    private int length(double um) {
        return Math.max(2, (int) Math.round(um * pixelsPerUm));
    }

    private Map<Colours, Ramp> ramps() {
        Map<Colours, Ramp> found = new EnumMap<>(Colours.class);
        for (Colours colours : Colours.values()) {
            List<Tile> same =
                    tiles.stream().filter(tile -> tile.colours() == colours).toList();
            if (!same.isEmpty() && colours != Colours.TWO_COLOURS) {
                found.put(colours, TileImage.ramp(colours, same));
            }
        }
        return found;
    }

    private static double widthUm(Raster raster) {
        return raster.width() * raster.pixelWidthUm();
    }

    private static double heightUm(Raster raster) {
        return raster.height() * raster.pixelHeightUm();
    }
}
