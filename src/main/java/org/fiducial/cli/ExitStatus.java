package org.fiducial.cli;

import org.fiducial.facility.judgement.VerdictLevel;

/** How a command ended. */
enum ExitStatus {
    DONE(0),
    /** Done, and something failed a limit. A warning is not a fail. */
    DONE_WITH_FAIL(1),
    BAD_INPUT(2),
    INTERNAL_FAULT(3);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static int of(VerdictLevel overall) {
        return (overall == VerdictLevel.FAIL ? DONE_WITH_FAIL : DONE).code;
    }
}
