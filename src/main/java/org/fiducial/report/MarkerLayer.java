package org.fiducial.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fiducial.metrology.protocol.FigurePart.Marker;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.FigurePart.Tone;

/** Markers over an image: shape, line pattern and colour say the tone; labels dodge each other. */
final class MarkerLayer {

    private static final double SMALLEST = 12;
    private static final Color HALO = new Color(0, 0, 0, 150);

    private final Tile tile;
    private final Rectangle at;
    private final Palette palette;

    /** Images are dark on any page, so their markers take the colours made for dark ground. */
    MarkerLayer(Tile tile, Rectangle at) {
        this.tile = tile;
        this.at = at;
        this.palette = Palette.of(Theme.DARK);
    }

    void paint(Graphics2D graphics) {
        Shape clip = graphics.getClip();
        graphics.clipRect(at.x, at.y, at.width, at.height);
        List<Rectangle2D> taken = new ArrayList<>();
        for (Marker marker : tile.markers()) {
            taken.add(bounds(marker));
            outline(marker, graphics);
        }
        graphics.setFont(Lettering.bold(tile.markers().size() > 120 ? 9f : 11.5f));
        tile.markers().stream()
                .filter(marker -> !marker.label().isEmpty())
                .sorted(Comparator.comparing((Marker marker) -> marker.tone() == Tone.BAD))
                .forEach(marker -> label(marker, taken, graphics));
        graphics.setClip(clip);
    }

    private double x(Marker marker) {
        return at.x + (marker.x() + 0.5) * at.width / tile.raster().width();
    }

    private double y(Marker marker) {
        return at.y + (marker.y() + 0.5) * at.height / tile.raster().height();
    }

    private double size(Marker marker) {
        return Math.max(SMALLEST, marker.size() * at.width / tile.raster().width());
    }

    private Rectangle2D bounds(Marker marker) {
        double size = size(marker);
        return new Rectangle2D.Double(x(marker) - size / 2, y(marker) - size / 2, size, size);
    }

    private void outline(Marker marker, Graphics2D graphics) {
        Shape shape = AffineTransform.getTranslateInstance(x(marker), y(marker))
                .createTransformedShape(Strokes.marker(marker.shape(), size(marker)));
        graphics.setStroke(new BasicStroke(3.4f));
        graphics.setPaint(HALO);
        graphics.draw(shape);
        graphics.setStroke(
                marker.tone() == Tone.WARNING
                        ? new BasicStroke(
                                1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {4f, 2f}, 0f)
                        : new BasicStroke(1.6f));
        graphics.setPaint(palette.tone(marker.tone()));
        graphics.draw(shape);
    }

    /** Takes the first of eight places where the label meets nothing; leaves it out rather than print over another. */
    private void label(Marker marker, List<Rectangle2D> taken, Graphics2D graphics) {
        FontMetrics metrics = graphics.getFontMetrics();
        double width = metrics.stringWidth(marker.label()) + 2;
        double height = metrics.getAscent();
        for (Rectangle2D place : places(marker, width, height)) {
            boolean free = taken.stream().noneMatch(place::intersects);
            if (free && new Rectangle2D.Double(at.x, at.y, at.width, at.height).contains(place)) {
                taken.add(place);
                draw(marker, place, metrics, graphics);
                return;
            }
        }
    }

    private List<Rectangle2D> places(Marker marker, double width, double height) {
        double x = x(marker);
        double y = y(marker);
        double away = size(marker) / 2 + 2;
        List<Rectangle2D> places = new ArrayList<>();
        places.add(new Rectangle2D.Double(x + away, y - away - height * 0.3, width, height));
        places.add(new Rectangle2D.Double(x - away - width, y - away - height * 0.3, width, height));
        places.add(new Rectangle2D.Double(x + away, y + away - height * 0.7, width, height));
        places.add(new Rectangle2D.Double(x - away - width, y + away - height * 0.7, width, height));
        places.add(new Rectangle2D.Double(x - width / 2, y - away - height, width, height));
        places.add(new Rectangle2D.Double(x - width / 2, y + away, width, height));
        places.add(new Rectangle2D.Double(x + away, y - height / 2, width, height));
        places.add(new Rectangle2D.Double(x - away - width, y - height / 2, width, height));
        return places;
    }

    private void draw(Marker marker, Rectangle2D place, FontMetrics metrics, Graphics2D graphics) {
        graphics.setPaint(HALO);
        graphics.fill(
                new Rectangle2D.Double(place.getX() - 1, place.getY(), place.getWidth() + 1, place.getHeight() + 1));
        graphics.setPaint(palette.tone(marker.tone()));
        graphics.drawString(marker.label(), (float) place.getX(), (float)
                (place.getY() + metrics.getAscent() - metrics.getDescent() / 2.0));
    }
}
