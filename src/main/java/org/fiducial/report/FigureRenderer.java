package org.fiducial.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.fiducial.metrology.protocol.Figure;

/** Draws figures of every kind; the same figure gives the same bytes. */
public final class FigureRenderer {

    private static final int PNG_SCALE = 2;

    /** The figure as a PNG with two pixels for each unit of its size, sharp on phones and paper. */
    public byte[] png(Figure figure, Theme theme) {
        Drawing drawing = drawing(figure, theme);
        BufferedImage image = new BufferedImage(
                drawing.width() * PNG_SCALE, drawing.height() * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(PNG_SCALE, PNG_SCALE);
            paint(drawing, theme, graphics);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The figure as SVG with its size as viewBox, in UTF-8. */
    public byte[] svg(Figure figure, Theme theme) {
        Drawing drawing = drawing(figure, theme);
        return SvgCanvas.draw(
                drawing.width(), drawing.height(), figure.caption(), graphics -> paint(drawing, theme, graphics));
    }

    /** Width and height of the figure as it is drawn, in CSS pixels. */
    public FigureSize size(Figure figure) {
        Drawing drawing = drawing(figure, Theme.LIGHT);
        return new FigureSize(drawing.width(), drawing.height());
    }

    /** Width and height of a drawn figure in CSS pixels. */
    public record FigureSize(int width, int height) {}

    private static void paint(Drawing drawing, Theme theme, Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setPaint(Palette.of(theme).paper());
        graphics.fillRect(0, 0, drawing.width(), drawing.height());
        drawing.paint(graphics);
    }

    private static Drawing drawing(Figure figure, Theme theme) {
        Palette palette = Palette.of(theme);
        if (figure instanceof Figure.ImagePanel panel) {
            return new ImagePanelDrawing(panel, palette);
        }
        if (figure instanceof Figure.Gallery gallery) {
            return new GalleryDrawing(gallery, palette);
        }
        if (figure instanceof Figure.Curves curves) {
            return PlotDrawings.curves(curves, palette);
        }
        if (figure instanceof Figure.Panels panels) {
            return PanelPlots.drawing(panels, palette);
        }
        if (figure instanceof Figure.FieldMap map) {
            return FieldMapPlot.drawing(map, palette);
        }
        if (figure instanceof Figure.Matrix matrix) {
            return new MatrixDrawing(matrix, palette);
        }
        return DistributionPlot.drawing((Figure.Distribution) figure, palette);
    }
}
