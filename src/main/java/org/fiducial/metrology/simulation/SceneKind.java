package org.fiducial.metrology.simulation;

/** What an object of a scene is, and so what becomes of it: only an isolated bead may be measured. */
public enum SceneKind {
    /** A clean bead, far from everything. */
    ISOLATED,
    /** One of two beads closer than they may be. */
    TOUCHING,
    /** One of two beads one above the other, closer than they may be. */
    STACKED,
    /** A bead brighter than the detector's range. */
    SATURATED,
    /** A bead cut by the border of the field. */
    EDGE_XY,
    /** A bead cut by the first or last plane. */
    EDGE_Z,
    /** Something much larger than a bead. */
    DEBRIS,
    /** A pixel of the detector that glows in every plane. */
    HOT_PIXEL
}
