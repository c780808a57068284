package org.fiducial.metrology.simulation;

/**
 * How far the objects of a field stay apart.
 *
 * @param betweenUm least lateral distance of two objects [µm]
 * @param borderUm least distance of a centre from the outermost pixels [µm]
 * @param endPlanesUm least distance of a centre from the first and last plane [µm]
 */
public record Clearance(double betweenUm, double borderUm, double endPlanesUm) {

    public Clearance {
        if (!(betweenUm >= 0 && borderUm >= 0 && endPlanesUm >= 0)) {
            throw new IllegalArgumentException("clearances must not be negative, were " + betweenUm + ", " + borderUm
                    + " and " + endPlanesUm + " µm");
        }
    }
}
