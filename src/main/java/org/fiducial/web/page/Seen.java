package org.fiducial.web.page;

import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;
import org.fiducial.web.records.FacilityRecords;

/** Whether somebody else changed meanwhile what a form was filled for: the form says how much there was when it was read. */
public final class Seen {

    public static final String FIELD = "seen";

    private Seen() {}

    /**
     * Does the work, and refuses where there is another number now; it is counted again in the transaction that writes, so
     * that of two who send at once one is told. A form that says no number is believed.
     *
     * @param now counts how much there is
     * @throws UnusableInputException saying what to do
     */
    public static <T> T unchanged(
            Route.Request request, IntSupplier now, FacilityRecords records, Texts texts, Supplier<T> work) {
        String seen = request.form(FIELD).strip();
        if (seen.isEmpty()) {
            return work.get();
        }
        return records.instruments()
                .provided(
                        () -> {
                            if (!seen.equals(String.valueOf(now.getAsInt()))) {
                                throw new UnusableInputException(texts.text("seen.otherwise"));
                            }
                        },
                        work);
    }
}
