package org.fiducial.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.Raster;

/** Draws small images side by side with their text below; each has grey values of its own, all have one scale. */
final class GalleryDrawing implements Drawing {

    private static final int COLUMNS = 3;
    private static final int MARGIN = 8;
    private static final int GAP = 12;
    private static final int CELL = 160;
    private static final int MOST_LINES = 4;
    private static final Font FONT = Lettering.regular(12.5f);
    private static final int LINE = 16;

    private final List<Tile> tiles;
    private final Palette palette;
    private final double pixelsPerUm;
    private final int tallest;
    private final int lines;

    GalleryDrawing(Figure.Gallery figure, Palette palette) {
        this.tiles = figure.tiles();
        this.palette = palette;
        double longestUm = tiles.stream()
                .map(Tile::raster)
                .mapToDouble(raster ->
                        Math.max(raster.width() * raster.pixelWidthUm(), raster.height() * raster.pixelHeightUm()))
                .max()
                .orElse(1);
        this.pixelsPerUm = CELL / longestUm;
        this.tallest =
                tiles.stream().mapToInt(tile -> height(tile.raster())).max().orElse(0);
        this.lines = tiles.stream().mapToInt(tile -> lines(tile).size()).max().orElse(0);
    }

    @Override
    public int width() {
        return 2 * MARGIN + COLUMNS * CELL + (COLUMNS - 1) * GAP;
    }

    @Override
    public int height() {
        int rows = (tiles.size() + COLUMNS - 1) / COLUMNS;
        return MARGIN + rows * rowHeight() + ImageKey.HEIGHT;
    }

    @Override
    public void paint(Graphics2D graphics) {
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = tiles.get(i);
            int x = MARGIN + i % COLUMNS * (CELL + GAP);
            int y = MARGIN + i / COLUMNS * rowHeight();
            Rectangle place = new Rectangle(x, y, width(tile.raster()), height(tile.raster()));
            TileImage.paint(tile.raster(), TileImage.ramp(tile.colours(), List.of(tile)), place, graphics);
            TileImage.frame(place, palette.faint(), graphics);
            new MarkerLayer(tile, place).paint(graphics);
            graphics.setFont(FONT);
            graphics.setPaint(palette.ink());
            int line = 0;
            for (String text : lines(tile)) {
                graphics.drawString(text, x, y + tallest + LINE * ++line);
            }
        }
        if (!tiles.isEmpty()) {
            new ImageKey(OptionalDouble.of(pixelsPerUm), Map.of(), palette)
                    .paint(MARGIN, height() - ImageKey.HEIGHT, width(), graphics);
        }
    }

    private static List<String> lines(Tile tile) {
        return Lettering.wrap(tile.label(), FONT, CELL + 4, MOST_LINES);
    }

    private int rowHeight() {
        return tallest + lines * LINE + GAP;
    }

    private int width(Raster raster) {
        return Math.max(2, (int) Math.round(raster.width() * raster.pixelWidthUm() * pixelsPerUm));
    }

    private int height(Raster raster) {
        return Math.max(2, (int) Math.round(raster.height() * raster.pixelHeightUm() * pixelsPerUm));
    }
}
