package org.fiducial.web.check;

import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.metrology.protocol.MissingParameterException;

/** How far a check is that somebody is about to record. */
sealed interface DraftState {

    /** The stable word of the state, for styles and for the script that waits. */
    String word();

    /** Whether the page should look again by itself. */
    default boolean isUnderWay() {
        return false;
    }

    /** The form is being filled in. */
    record Open() implements DraftState {

        @Override
        public String word() {
            return "open";
        }
    }

    /** Waits for an analysis before it to end. */
    record Queued() implements DraftState {

        @Override
        public String word() {
            return "queued";
        }

        @Override
        public boolean isUnderWay() {
            return true;
        }
    }

    /**
     * Is being analysed, or put into the record.
     *
     * @param done steps done
     * @param of steps in all; 0 while nobody knows
     * @param what the present step in a few words; may be empty
     * @param storing whether it is on its way into the record
     */
    record Running(long done, long of, String what, boolean storing) implements DraftState {

        @Override
        public String word() {
            return storing ? "storing" : "running";
        }

        @Override
        public boolean isUnderWay() {
            return true;
        }
    }

    /** The files lack something only a person can say. */
    record Asking(MissingParameterException question) implements DraftState {

        @Override
        public String word() {
            return "asking";
        }
    }

    /** It cannot be analysed as it is. */
    record Refused(String sentence) implements DraftState {

        @Override
        public String word() {
            return "refused";
        }
    }

    /** Was stopped by the person. */
    record Cancelled() implements DraftState {

        @Override
        public String word() {
            return "cancelled";
        }
    }

    /** Who says when the files were acquired. */
    enum TimeOrigin {
        GIVEN,
        FILE,
        NOW
    }

    /** Analysed, for a person to look at and to record. */
    record Analysed(Check check, CheckRecorder.Request request, TimeOrigin time) implements DraftState {

        @Override
        public String word() {
            return "analysed";
        }
    }

    /** In the record. */
    record Recorded(UUID check) implements DraftState {

        @Override
        public String word() {
            return "recorded";
        }
    }
}
