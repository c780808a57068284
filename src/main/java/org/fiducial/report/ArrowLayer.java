package org.fiducial.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.MapPoint;

/** Arrows over a field, all to one scale, with a scale arrow: the value is the length, the angle the direction. */
final class ArrowLayer {

    private static final double LONGEST_SHARE = 0.17;
    private static final double SHORTEST_LONGEST = 24;
    private static final double HEAD = 7;

    private final Figure.FieldMap figure;
    private final Palette palette;
    private final double pixelsPerUnit;

    ArrowLayer(Figure.FieldMap figure, Palette palette, Rectangle2D area) {
        this.figure = figure;
        this.palette = palette;
        double longest = Math.max(SHORTEST_LONGEST, LONGEST_SHARE * Math.min(area.getWidth(), area.getHeight()));
        double largest =
                figure.points().stream().mapToDouble(MapPoint::value).max().orElse(1);
        this.pixelsPerUnit = longest / Math.max(largest, 1e-12);
    }

    /** The arrow of a point, from its place. */
    void paint(MapPoint point, Point2D at, Graphics2D graphics) {
        point.angleDegrees().ifPresent(angle -> arrow(at, angle, point.value() * pixelsPerUnit, graphics));
    }

    private void arrow(Point2D from, double angle, double length, Graphics2D graphics) {
        double dx = Math.cos(Math.toRadians(angle));
        double dy = -Math.sin(Math.toRadians(angle));
        double x = from.getX() + length * dx;
        double y = from.getY() + length * dy;
        graphics.setPaint(palette.ink());
        graphics.setStroke(new BasicStroke(1.7f));
        graphics.draw(new Line2D.Double(from.getX(), from.getY(), x, y));
        double head = Math.min(HEAD, length * 0.7);
        Path2D tip = new Path2D.Double();
        tip.moveTo(x, y);
        tip.lineTo(x - head * dx - 0.5 * head * dy, y - head * dy + 0.5 * head * dx);
        tip.lineTo(x - head * dx + 0.5 * head * dy, y - head * dy - 0.5 * head * dx);
        tip.closePath();
        graphics.fill(tip);
    }

    /** An arrow of a round length with its number, at the upper left of the field. */
    void paintScale(Rectangle2D area, Graphics2D graphics) {
        double longest = LONGEST_SHARE * 1.4 * Math.min(area.getWidth(), area.getHeight());
        double value = ImageKey.roundLength(Math.max(longest, SHORTEST_LONGEST) / pixelsPerUnit);
        String text = Lettering.number(value)
                + (figure.value().unit().isEmpty() ? "" : " " + figure.value().unit());
        graphics.setFont(Lettering.regular(13f));
        double width = Math.max(value * pixelsPerUnit, Lettering.width(text, graphics.getFont()));
        Rectangle2D box = new Rectangle2D.Double(area.getX() + 4, area.getY() + 4, width + 14, 34);
        graphics.setPaint(palette.paper());
        graphics.fill(box);
        graphics.setPaint(palette.faint());
        graphics.draw(box);
        arrow(new Point2D.Double(box.getX() + 7, box.getY() + 10), 0, value * pixelsPerUnit, graphics);
        graphics.setPaint(palette.ink());
        graphics.drawString(text, (float) box.getX() + 7, (float) box.getMaxY() - 5);
    }
}
