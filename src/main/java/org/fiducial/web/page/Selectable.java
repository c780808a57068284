package org.fiducial.web.page;

/** A value a list can be narrowed to, and what people read; ordered by what they read. */
public record Selectable(String value, String label) implements Comparable<Selectable> {
    @Override
    public int compareTo(Selectable other) {
        int byLabel = label.compareToIgnoreCase(other.label);
        return byLabel != 0 ? byLabel : value.compareTo(other.value);
    }
}
