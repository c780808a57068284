package org.fiducial.metrology.power;

/** Why a reading is rejected, or what is remarkable of one that counts. */
enum ReadingCode {
    /** Flag: a longer pause before this reading than the interval allows. */
    GAP(false),
    /** Flag: a single reading that leaves its neighbours and comes back; a mode hop or drop-out is a finding. */
    SPIKE(false),
    /** Flag: its time lies before that of the reading above it. */
    OUT_OF_ORDER(false),
    /** Rejected: at or below the floor of the meter. */
    BELOW_FLOOR(true),
    /** Rejected: the meter was over its range. */
    METER_SATURATED(true),
    /** Rejected: read at another set point than the series'. */
    WRONG_SETPOINT(true),
    /** Rejected: a second reading of the same time. */
    DUPLICATE_TIME(true),
    /** Rejected: not a number. */
    BAD_NUMBER(true),
    /** Rejected: between two pulses, while the source rose or fell. */
    TRANSITION(true);

    private final boolean rejects;

    ReadingCode(boolean rejects) {
        this.rejects = rejects;
    }

    boolean rejects() {
        return rejects;
    }
}
