package org.fiducial.facility.instrument;

import java.time.Instant;
import java.time.ZoneId;

/**
 * By whom, when and why something was entered.
 *
 * @param by who; may be empty
 * @param at when
 * @param zone where days were counted
 * @param reason why; may be empty where something is added
 */
public record Entered(String by, Instant at, ZoneId zone, String reason) {}
