package org.fiducial.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Cell;

/** Draws a square table of things held against each other; the darker a cell, the larger its share. */
record MatrixDrawing(Figure.Matrix figure, Palette palette) implements Drawing {

    private static final int HEAD = 34;
    private static final int MARGIN = 8;
    private static final int TALLEST_CELL = 72;
    private static final Font HEADING = Lettering.bold(13f);
    private static final Font LARGE = Lettering.regular(13.5f);
    private static final Font SMALL = Lettering.regular(10.5f);
    private static final double MOST_SHADE = 0.55;

    @Override
    public int width() {
        return PlotDrawings.WIDTH;
    }

    @Override
    public int height() {
        return MARGIN + HEAD + figure.names().size() * cellHeight() + MARGIN;
    }

    private double cellWidth() {
        return (width() - 2.0 * MARGIN - HEAD) / Math.max(1, figure.names().size());
    }

    private int cellHeight() {
        return (int) Math.min(TALLEST_CELL, cellWidth());
    }

    @Override
    public void paint(Graphics2D graphics) {
        for (int i = 0; i < figure.names().size(); i++) {
            graphics.setFont(HEADING);
            graphics.setPaint(palette.ink());
            String name = figure.names().get(i);
            centred(name, place(-1, i), 0.5, graphics);
            centred(name, place(i, -1), 0.5, graphics);
            Rectangle2D own = place(i, i);
            graphics.setPaint(palette.faint());
            graphics.fill(own);
        }
        for (Cell cell : figure.cells()) {
            paint(cell, graphics);
        }
        graphics.setPaint(palette.faint());
        graphics.setStroke(new BasicStroke(1f));
        for (int row = 0; row < figure.names().size(); row++) {
            for (int column = 0; column < figure.names().size(); column++) {
                graphics.draw(place(row, column));
            }
        }
    }

    /** A cell; row or column −1 are the headings. */
    private Rectangle2D place(int row, int column) {
        double x = column < 0 ? MARGIN : MARGIN + HEAD + column * cellWidth();
        double y = row < 0 ? MARGIN : MARGIN + HEAD + (double) row * cellHeight();
        return new Rectangle2D.Double(x, y, column < 0 ? HEAD : cellWidth(), row < 0 ? HEAD : cellHeight());
    }

    private void paint(Cell cell, Graphics2D graphics) {
        Rectangle2D place = place(cell.row(), cell.column());
        double share = MOST_SHADE * Math.max(0, Math.min(1, cell.share()));
        graphics.setPaint(mixed(palette.paper(), palette.series(1), share));
        graphics.fill(place);
        graphics.setPaint(palette.ink());
        boolean wide = cell.lines().stream().allMatch(line -> Lettering.width(line, LARGE) <= cellWidth() - 8);
        graphics.setFont(wide ? LARGE : SMALL);
        int n = cell.lines().size();
        for (int i = 0; i < n; i++) {
            centred(cell.lines().get(i), place, (i + 0.5) / n * 0.7 + 0.15, graphics);
        }
    }

    private static Color mixed(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() * (1 - share) + to.getRed() * share),
                (int) Math.round(from.getGreen() * (1 - share) + to.getGreen() * share),
                (int) Math.round(from.getBlue() * (1 - share) + to.getBlue() * share));
    }

    private static void centred(String text, Rectangle2D in, double height, Graphics2D graphics) {
        double width = Lettering.width(text, graphics.getFont());
        double ascent = graphics.getFontMetrics().getAscent();
        graphics.drawString(text, (float) (in.getCenterX() - width / 2), (float)
                (in.getY() + in.getHeight() * height + ascent * 0.4));
    }
}
