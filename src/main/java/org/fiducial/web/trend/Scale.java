package org.fiducial.web.trend;

import java.time.Instant;

/** Where values of an axis lie in a chart. */
record Scale(double low, double high, double from, double to) {

    double place(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    String text(double value) {
        return tenths(place(value));
    }

    /** Where a time lies, on an axis of milliseconds. */
    String text(Instant at) {
        return text((double) at.toEpochMilli());
    }

    /** Before the first point and after the last there is nothing to tell apart. */
    boolean reaches(Instant at) {
        return at.toEpochMilli() >= low && at.toEpochMilli() <= high;
    }

    boolean reaches(double value) {
        return value >= low && value <= high;
    }

    /** A value beyond the axis stands at its end. */
    double within(double value) {
        return Math.min(Math.max(value, low), high);
    }

    /** With one decimal, which a formatter would take a hundred times as long for. */
    static String tenths(double place) {
        long tenths = Math.round(place * 10);
        return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }
}
