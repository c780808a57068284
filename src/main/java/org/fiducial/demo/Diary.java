package org.fiducial.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Window;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.metrology.simulation.ModeHop;

/**
 * What people did with an invented microscope. Days are counted back from the end of the story.
 *
 * @param entered what was typed into the fields of a protocol, by its id
 */
record Diary(
        List<Visit> visits,
        List<Planned> plans,
        List<Happening> happenings,
        List<Agreed> agreed,
        Map<String, Entries> entered) {

    Diary {
        visits = List.copyOf(visits);
        plans = List.copyOf(plans);
        happenings = List.copyOf(happenings);
        agreed = List.copyOf(agreed);
        entered = Map.copyOf(entered);
    }

    /**
     * A check.
     *
     * @param trouble what only shows in the two hours of a stability run
     * @param waits whether nobody has reviewed it yet
     */
    record Visit(String protocol, int day, CheckReason reason, String note, Trouble trouble, boolean waits) {}

    /** What happens while readings are taken: lines switched on just before, lacking so much, or one that hops. */
    record Trouble(double coldPercent, int hoppingNm, Optional<ModeHop> hop) {

        static Trouble none() {
            return new Trouble(0, 0, Optional.empty());
        }
    }

    /** A plan, and how its start was moved where it was. */
    record Planned(
            String protocol,
            int start,
            Recurrence rule,
            Window window,
            int minutes,
            String person,
            Optional<Moved> moved) {}

    /** A plan counted anew. */
    record Moved(int day, int start, String reason) {}

    /**
     * An event and what followed.
     *
     * @param version of the software that was installed, where that is what happened
     */
    record Happening(
            int day,
            Event.Kind kind,
            String what,
            Optional<String> version,
            List<String> parts,
            Event.Effect effect,
            Cost cost,
            List<Followed> followed) {

        Happening {
            parts = List.copyOf(parts);
            followed = List.copyOf(followed);
        }
    }

    /** What it cost. */
    record Cost(int hours, int euros) {}

    /** A step after an event, entered on a day about a day. */
    record Followed(int day, FollowUp.Step step, int holds, String text, int hours) {}

    /**
     * Limits of the facility's own, put in force on a day.
     *
     * @param ofChecks how many checks before that day the baseline is made of
     */
    record Agreed(String protocol, int day, int ofChecks, List<OwnLimit> limits, String reason) {

        Agreed {
            limits = List.copyOf(limits);
        }
    }
}
