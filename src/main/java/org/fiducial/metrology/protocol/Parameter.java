package org.fiducial.metrology.protocol;

/** A parameter's value and where it comes from. */
public record Parameter(ParameterName name, Value value, Origin origin) {}
