package org.fiducial.metrology.simulation;

/**
 * Several frames or lines averaged into one. Each is cut off at the saturation level before the average, so that a
 * saturated bead shows a plateau that is neither flat nor at the full scale of the file.
 *
 * @param frames how many are averaged, 1 for none
 * @param saturationAdu level at which each is cut off [ADU]; infinite for none below full scale
 */
public record Averaging(int frames, double saturationAdu) {

    public Averaging {
        if (frames < 1) {
            throw new IllegalArgumentException("at least one frame is needed, was " + frames);
        }
        if (!(saturationAdu > 0)) {
            throw new IllegalArgumentException("the saturation level must be positive, was " + saturationAdu + " ADU");
        }
    }

    /** One frame, cut off by the range of the file only. */
    public static Averaging none() {
        return new Averaging(1, Double.POSITIVE_INFINITY);
    }
}
