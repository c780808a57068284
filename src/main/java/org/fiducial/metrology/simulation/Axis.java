package org.fiducial.metrology.simulation;

/** An axis of the stack. */
public enum Axis {
    X,
    Y,
    Z
}
