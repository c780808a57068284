package org.fiducial.metrology.protocol;

import java.io.Serial;

/** The analysis was stopped by the person who started it; nothing was kept. */
public final class AnalysisCancelledException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public AnalysisCancelledException() {
        super("The analysis was cancelled; nothing was stored.");
    }
}
