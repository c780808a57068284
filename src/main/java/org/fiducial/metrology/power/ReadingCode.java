package org.fiducial.metrology.power;

/** Why a reading is rejected, or what is remarkable of one that counts. */
enum ReadingCode {
    /** Flag: a longer pause before this reading than the interval allows. */
    GAP(false, 3),
    /** Flag: a single reading that leaves its neighbours and comes back; a mode hop or drop-out is a finding. */
    SPIKE(false, 0),
    /** Flag: its time lies before that of the reading above it. */
    OUT_OF_ORDER(false, 2),
    /** Rejected: at or below the floor of the meter. */
    BELOW_FLOOR(true, 8),
    /** Rejected: the meter was over its range. */
    METER_SATURATED(true, 1),
    /** Rejected: read at another set point than the series'. */
    WRONG_SETPOINT(true, 6),
    /** Rejected: a second reading of the same time. */
    DUPLICATE_TIME(true, 5),
    /** Rejected: not a number. */
    BAD_NUMBER(true, 4),
    /** Rejected: between two pulses, while the source rose or fell. */
    TRANSITION(true, 7);

    private final boolean rejects;
    private final int rank;

    ReadingCode(boolean rejects, int rank) {
        this.rejects = rejects;
        this.rank = rank;
    }

    /** Which are listed first where there are too many: 0 what may be the source's fault, last what is expected. */
    int rank() {
        return rank;
    }

    boolean rejects() {
        return rejects;
    }
}
