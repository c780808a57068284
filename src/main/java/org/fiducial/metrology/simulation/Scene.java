package org.fiducial.metrology.simulation;

import java.util.List;

/**
 * Everything that decides a simulated stack but its noise.
 *
 * @param grid where the specimen is sampled
 * @param objects beads and what is not a bead
 * @param background light from elsewhere
 * @param detector how electrons become counts
 */
public record Scene(Grid grid, List<SceneObject> objects, Background background, Detector detector) {

    public Scene {
        objects = List.copyOf(objects);
    }

    /** A scene with one bead. */
    public static Scene oneBead(Grid grid, SceneObject bead, Background background, Detector detector) {
        return new Scene(grid, List.of(bead), background, detector);
    }
}
