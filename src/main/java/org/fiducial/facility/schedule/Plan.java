package org.fiducial.facility.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A version of a plan: a protocol on light paths, when, how long it takes and whose work it is. Never edited: a later
 * version supersedes it, with a reason.
 */
public record Plan(Version version, Subject subject, Rhythm rhythm, Work work, Entry entry) {

    /**
     * Which version of which plan.
     *
     * @param id of this version
     * @param planId of all versions of the plan
     * @param number from 1
     */
    public record Version(UUID id, UUID planId, int number) {

        private static final int CODE_LENGTH = 6;

        /** How people name the plan: the last characters of its id, which are drawn by chance. */
        public String code() {
            String text = planId.toString();
            return text.substring(text.length() - CODE_LENGTH);
        }
    }

    /**
     * What is to be checked.
     *
     * @param protocolId any version of it fulfils the plan
     * @param configurationIds the light paths; several are taken in turn, one each time
     */
    public record Subject(UUID instrumentId, String protocolId, List<UUID> configurationIds) {
        public Subject {
            configurationIds = List.copyOf(configurationIds);
            if (configurationIds.isEmpty()) {
                throw new IllegalArgumentException("a plan has a light path");
            }
        }

        /** The turn of a light path. */
        public Turn turn(UUID configurationId) {
            return new Turn(configurationIds.indexOf(configurationId), configurationIds.size());
        }
    }

    /**
     * The work of one check.
     *
     * @param minutes how long a person is busy with it
     * @param assignedTo whose work it is; may be empty
     */
    public record Work(int minutes, String assignedTo) {}

    /**
     * How this version came about.
     *
     * @param standing whether it asks for checks
     * @param by who; may be empty
     * @param reason may be empty in the first version only
     */
    public record Entry(Standing standing, Instant at, String by, String reason) {}

    /** Whether a version asks for checks. */
    public enum Standing {
        IN_FORCE,
        ENDED
    }

    /** Whether it asks for checks. */
    public boolean inForce() {
        return entry.standing() == Standing.IN_FORCE;
    }
}
