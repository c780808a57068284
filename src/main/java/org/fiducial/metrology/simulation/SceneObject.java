package org.fiducial.metrology.simulation;

/**
 * Something that shines in a scene.
 *
 * @param kind what it is
 * @param position where its peak lies
 * @param peakElectrons height of its continuous image above background [e⁻]; see {@link PointSpread}
 * @param spread its image
 */
public record SceneObject(SceneKind kind, Position position, double peakElectrons, PointSpread spread) {

    public SceneObject {
        if (!(peakElectrons > 0)) {
            throw new IllegalArgumentException("a peak must be positive, was " + peakElectrons + " e⁻");
        }
    }
}
