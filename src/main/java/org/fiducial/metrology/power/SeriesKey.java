package org.fiducial.metrology.power;

import java.util.OptionalDouble;

/**
 * What tells two series of one acquisition apart; everything else (objective, meter, scan state) holds for all of them and
 * is a parameter.
 *
 * @param lineNm wavelength of the line in nm, where known
 * @param setPoint set point in the unit the parameter {@code set-point-kind} names, where known
 * @param location where the sensor was, a word of the parameter {@code location}; empty where not known
 */
record SeriesKey(OptionalDouble lineNm, OptionalDouble setPoint, String location) {}
