package org.fiducial.facility.advice;

/**
 * From where to where something may lie.
 *
 * @param low lower end
 * @param high upper end, not below it
 */
public record Range(double low, double high) {

    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a range runs upwards, was " + low + " to " + high);
        }
    }
}
