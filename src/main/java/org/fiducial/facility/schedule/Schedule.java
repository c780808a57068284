package org.fiducial.facility.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The record of plans. Append-only: a version is superseded by a later one, never changed or removed. */
public interface Schedule {

    /**
     * Adds a version of a plan.
     *
     * @throws org.fiducial.metrology.protocol.UnusableInputException if there is such a version already, because somebody
     *     else was faster
     */
    void append(Plan version);

    /** The newest version of every plan of a facility that was entered by a time, the ended ones too, oldest plan first. */
    List<Plan> plans(UUID facilityId, Instant at);

    /** All versions of a plan, oldest first; none where there is no such plan. */
    List<Plan> versions(UUID planId);

    /** A number that has grown whenever anything was added to the record since it was last asked for. */
    long revision();

    /**
     * The instruments something was added of after a revision; empty where what was added may concern any of them, or was
     * too much to tell.
     */
    default Optional<Set<UUID>> touchedSince(long revision) {
        return Optional.empty();
    }

    /** The newest version of every plan of some instruments that was entered by a time, oldest plan first. */
    default List<Plan> plans(UUID facilityId, Instant at, Set<UUID> instruments) {
        return plans(facilityId, at).stream()
                .filter(plan -> instruments.contains(plan.subject().instrumentId()))
                .toList();
    }

    /** Of each protocol and these of the light paths that were ever planned the newest check by a time that counts. */
    default List<LastCheck> lastChecks(UUID facilityId, Instant until, Set<UUID> configurations) {
        return lastChecks(facilityId, until).stream()
                .filter(check -> configurations.contains(check.configurationId()))
                .toList();
    }

    /** Every light path of a facility that was ever planned. */
    List<PlannedPath> paths(UUID facilityId);

    /** Adds somebody's word that a check counts or does not. */
    void append(Counting counting);

    /** What was said of a check, oldest first. */
    List<Counting> countings(UUID checkId);

    /** Adds what a counter of hours of use showed. */
    void add(HourReading reading);

    /** What the counters of a facility's instruments showed, oldest entry first. */
    List<HourReading> hourReadings(UUID facilityId);

    /** Of each protocol and light path that was ever planned the newest check measured by a time that counts. */
    List<LastCheck> lastChecks(UUID facilityId, Instant until);
}
