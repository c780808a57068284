package org.fiducial.facility.schedule;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.check.CheckReason;

/**
 * Somebody's word that a check counts for plans, or does not. It stands beside the check, which stays as it is; of several
 * the newest holds.
 *
 * @param counts whether it does
 * @param by who; may be empty
 * @param reason why
 */
public record Counting(UUID id, UUID checkId, boolean counts, Instant at, String by, String reason) {

    /**
     * Reasons whose checks count where nobody says otherwise: those done to know an instrument as it regularly works.
     * Checks after a complaint or around a service answer another question, and a visiting suitcase measures with other
     * artefacts; they move no due day.
     */
    private static final Set<CheckReason> REGULAR =
            EnumSet.of(CheckReason.SCHEDULED, CheckReason.BASELINE, CheckReason.ACCEPTANCE);

    /** Whether a check of a reason counts, by what was said of it, oldest first. */
    public static boolean holds(CheckReason reason, List<Counting> said) {
        return said.isEmpty()
                ? REGULAR.contains(reason)
                : said.get(said.size() - 1).counts();
    }

    /** The reasons whose checks count where nobody says otherwise. */
    public static Set<CheckReason> regular() {
        return Set.copyOf(REGULAR);
    }
}
