package org.fiducial.metrology.protocol;

import java.util.List;

/**
 * A combined standard uncertainty and its budget (JCGM 100:2008, 5.1.2): u² = Σ u_i².
 *
 * @param standard combined standard uncertainty in the unit of the value it belongs to, not negative
 * @param parts the contributions in the same unit; empty where only the combined figure is known
 */
public record Uncertainty(double standard, List<Part> parts) {

    /** One contribution: {@code fit}, {@code between beads}, {@code pixel size} … */
    public record Part(String name, double standard) {}

    public Uncertainty {
        if (!(standard >= 0) || Double.isInfinite(standard)) {
            throw new IllegalArgumentException("a standard uncertainty is finite and not negative, was " + standard);
        }
        parts = List.copyOf(parts);
    }

    /** An uncertainty without a budget. */
    public static Uncertainty of(double standard) {
        return new Uncertainty(standard, List.of());
    }

    /** The root of the sum of squares of independent parts. */
    public static Uncertainty combined(List<Part> parts) {
        double sum = parts.stream()
                .mapToDouble(part -> part.standard() * part.standard())
                .sum();
        return new Uncertainty(Math.sqrt(sum), parts);
    }
}
