package org.fiducial.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.FigurePart.Colours;

/** The strip below images: a scale bar, and what the colours mean. */
record ImageKey(OptionalDouble pixelsPerUm, Map<Colours, Ramp> ramps, Palette palette) {

    static final int HEIGHT = 38;
    private static final int STRIP = 72;
    private static final int THICK = 9;
    private static final List<Double> ROUND = List.of(1.0, 2.0, 5.0);

    /** Paints the key with its top left corner at the given point. */
    void paint(int left, int top, int width, Graphics2D graphics) {
        graphics.setFont(Lettering.regular(12.5f));
        FontMetrics metrics = graphics.getFontMetrics();
        int x = left;
        if (pixelsPerUm.isPresent()) {
            x += scaleBar(
                            pixelsPerUm.getAsDouble(),
                            new Rectangle(left, top, Math.min(130, width / 3), HEIGHT),
                            graphics)
                    + 26;
        }
        for (Map.Entry<Colours, Ramp> entry : ramps.entrySet()) {
            x += colourBar(entry.getKey(), entry.getValue(), x, top, graphics, metrics) + 22;
        }
    }

    private int scaleBar(double scale, Rectangle at, Graphics2D graphics) {
        int left = at.x;
        int top = at.y;
        double lengthUm = roundLength(at.width / scale);
        int length = (int) Math.round(lengthUm * scale);
        graphics.setPaint(palette.ink());
        graphics.setStroke(new BasicStroke(3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.drawLine(left, top + 6, left + length, top + 6);
        String text = lengthUm < 0.1 ? Lettering.number(lengthUm * 1000) + " nm" : Lettering.number(lengthUm) + " µm";
        graphics.drawString(text, left, top + 26);
        return Math.max(length, graphics.getFontMetrics().stringWidth(text));
    }

    /** The longest of 1, 2 or 5 times a power of ten that is not longer than allowed. */
    static double roundLength(double atMostUm) {
        double decade = Math.pow(10, Math.floor(Math.log10(atMostUm)));
        return ROUND.stream()
                .map(step -> step * decade)
                .filter(length -> length <= atMostUm * (1 + 1e-9))
                .reduce((shorter, longer) -> longer)
                .orElse(decade);
    }

    private static String remark(Colours colours) {
        return switch (colours) {
            case GREY, DIVERGING, TWO_COLOURS -> "";
            case GREY_SQUARE_ROOT -> " (√)";
            case STEPS -> " %, steps of 10";
        };
    }

    private int colourBar(Colours colours, Ramp ramp, int left, int top, Graphics2D graphics, FontMetrics metrics) {
        String low = Lettering.number(ramp.low());
        String high = (colours == Colours.DIVERGING ? "+" : "") + Lettering.number(ramp.high());
        for (int i = 0; i < STRIP; i++) {
            graphics.setPaint(new Color(ramp.rgb(ramp.low() + (i + 0.5) / STRIP * (ramp.high() - ramp.low()))));
            graphics.fillRect(left + i, top + 2, 1, THICK);
        }
        graphics.setPaint(palette.ink());
        graphics.setStroke(new BasicStroke(0.8f));
        graphics.drawRect(left, top + 2, STRIP, THICK);
        String text = low + " … " + high + remark(colours);
        graphics.drawString(text.replace('-', '−'), left, top + 26);
        return Math.max(STRIP, metrics.stringWidth(text));
    }
}
