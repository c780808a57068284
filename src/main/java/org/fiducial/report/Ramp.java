package org.fiducial.report;

import java.awt.Color;
import java.util.List;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.jfree.chart.renderer.PaintScale;

/** Maps a value between two bounds to a colour. */
record Ramp(List<Integer> stops, double low, double high, Spread spread) implements PaintScale {

    /** How colours are spread between the bounds. */
    enum Spread {
        EVEN,
        SQUARE_ROOT,
        /** Ten steps of one colour each. */
        STEPS
    }

    private static final int STEPS = 10;

    /** Dark blue over green to yellow: equal steps of the value look like equal steps, in grey too. */
    private static final List<Integer> VALUE =
            List.of(0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725);

    private static final List<Integer> GREY = List.of(0x000000, 0xffffff);
    private static final List<Integer> DIVERGING =
            List.of(0x0b3c74, 0x4a90c4, 0xa9d0e6, 0xf7f7f7, 0xf6c19c, 0xdd7039, 0x8c2f05);

    /** For values over the field. */
    static Ramp ofValues(double low, double high) {
        double span = high - low;
        return span > 0
                ? new Ramp(VALUE, low, high, Spread.EVEN)
                : new Ramp(
                        VALUE,
                        low - Math.max(Math.abs(low) * 0.01, 1e-9),
                        low + Math.max(Math.abs(low) * 0.01, 1e-9),
                        Spread.EVEN);
    }

    /** For images; the diverging one is symmetric about zero. */
    static Ramp ofImage(Colours colours, double low, double high) {
        if (colours == Colours.DIVERGING) {
            double size = Math.max(Math.max(Math.abs(low), Math.abs(high)), Double.MIN_NORMAL);
            return new Ramp(DIVERGING, -size, size, Spread.EVEN);
        }
        if (colours == Colours.STEPS) {
            return new Ramp(VALUE, 0, 100, Spread.STEPS);
        }
        double top = high > low ? high : low + 1;
        return new Ramp(GREY, low, top, colours == Colours.GREY_SQUARE_ROOT ? Spread.SQUARE_ROOT : Spread.EVEN);
    }

    int rgb(double value) {
        double place = Math.min(1, Math.max(0, (value - low) / (high - low)));
        double stretched = stretched(place) * (stops.size() - 1);
        int below = Math.min((int) stretched, stops.size() - 2);
        double share = stretched - below;
        return mix(stops.get(below), stops.get(below + 1), share);
    }

    private double stretched(double place) {
        return switch (spread) {
            case EVEN -> place;
            case SQUARE_ROOT -> Math.sqrt(place);
            case STEPS -> Math.min(STEPS - 1, Math.floor(place * STEPS)) / (STEPS - 1);
        };
    }

    private static int mix(int from, int to, double share) {
        int red = (int) Math.round((from >> 16 & 255) * (1 - share) + (to >> 16 & 255) * share);
        int green = (int) Math.round((from >> 8 & 255) * (1 - share) + (to >> 8 & 255) * share);
        int blue = (int) Math.round((from & 255) * (1 - share) + (to & 255) * share);
        return red << 16 | green << 8 | blue;
    }

    @Override
    public double getLowerBound() {
        return low;
    }

    @Override
    public double getUpperBound() {
        return high;
    }

    @Override
    public Color getPaint(double value) {
        return new Color(rgb(value));
    }
}
