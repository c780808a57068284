package org.fiducial.facility.trend;

/**
 * A point that completes the pattern of a rule, the lowest where it completes several.
 *
 * @param rule which rule
 * @param point index in the segment
 */
public record Hit(Rule rule, int point) {}
