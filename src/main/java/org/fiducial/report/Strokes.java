package org.fiducial.report;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.fiducial.metrology.protocol.FigurePart.CurveStyle;
import org.fiducial.metrology.protocol.FigurePart.MarkerShape;
import org.fiducial.metrology.protocol.FigurePart.Tone;

/** Line patterns and shapes: what a colour says, these say too. */
final class Strokes {

    private Strokes() {}

    /** Each tone has a line pattern of its own. */
    static BasicStroke of(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> line(1.2f, 2f, 3f);
            case THEORY -> line(1.8f, 9f, 5f);
            case GOOD -> new BasicStroke(1.6f);
            case WARNING -> line(1.8f, 8f, 4f, 2f, 4f);
            case BAD -> line(2.4f, 3f, 3f);
        };
    }

    static BasicStroke of(CurveStyle style) {
        return style == CurveStyle.DASHED ? line(2f, 7f, 4f) : new BasicStroke(2f);
    }

    /** The shape of points of the n-th group, centred on the origin. */
    static Shape point(int index, double size) {
        double half = size / 2;
        return switch (index % 4) {
            case 0 -> new Ellipse2D.Double(-half, -half, size, size);
            case 1 -> diamond(half * 1.2);
            case 2 -> new Rectangle2D.Double(-half * 0.88, -half * 0.88, size * 0.88, size * 0.88);
            default -> triangle(half * 1.15);
        };
    }

    /** A marker's outline, centred on the origin. */
    static Shape marker(MarkerShape shape, double size) {
        double half = size / 2;
        return switch (shape) {
            case BOX -> new Rectangle2D.Double(-half, -half, size, size);
            case DIAMOND -> diamond(half * 1.2);
            case CROSS -> cross(half);
            case CIRCLE -> new Ellipse2D.Double(-half, -half, size, size);
        };
    }

    private static Shape diamond(double half) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -half);
        path.lineTo(half, 0);
        path.lineTo(0, half);
        path.lineTo(-half, 0);
        path.closePath();
        return path;
    }

    private static Shape triangle(double half) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, -half);
        path.lineTo(half, half * 0.8);
        path.lineTo(-half, half * 0.8);
        path.closePath();
        return path;
    }

    /** Four arms that leave the middle free: what was rejected stays visible. */
    private static Shape cross(double half) {
        double inner = half * 0.4;
        Path2D path = new Path2D.Double();
        for (int right = -1; right <= 1; right += 2) {
            for (int down = -1; down <= 1; down += 2) {
                path.moveTo(right * inner, down * inner);
                path.lineTo(right * half, down * half);
            }
        }
        return path;
    }

    private static BasicStroke line(float width, float... dashes) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dashes, 0f);
    }
}
