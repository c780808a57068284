package org.fiducial.web;

import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;

/** Whether somebody else changed meanwhile what a form was filled for: the form says how much there was when it was read. */
final class Seen {

    static final String FIELD = "seen";

    private Seen() {}

    /**
     * Refuses where there is another number now; a form that says none is believed.
     *
     * @throws UnusableInputException saying what to do
     */
    static void require(Route.Request request, int now, Texts texts) {
        String seen = request.form(FIELD).strip();
        if (!seen.isEmpty() && !seen.equals(String.valueOf(now))) {
            throw new UnusableInputException(texts.text("seen.otherwise"));
        }
    }
}
