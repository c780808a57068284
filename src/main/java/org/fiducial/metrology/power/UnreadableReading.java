package org.fiducial.metrology.power;

/**
 * A row of a log that is no reading and therefore an item with a reason.
 *
 * @param source which file, counted from 0
 * @param line line of the file, counted from 1
 * @param code {@code BAD_NUMBER}, {@code METER_SATURATED} …
 * @param found what stands there, shortened to 80 characters
 */
record UnreadableReading(int source, long line, ReadingCode code, String found) {}
