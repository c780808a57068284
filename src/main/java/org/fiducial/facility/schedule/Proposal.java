package org.fiducial.facility.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fiducial.metrology.protocol.Guidance;
import org.fiducial.metrology.protocol.ProtocolDefinition;

/**
 * What a plan begins as, where people say nothing else.
 *
 * @param every a word of {@link Recurrence#words()}
 * @param minutes the work of one check
 */
public record Proposal(String every, int minutes) {

    private static final int USUAL_MINUTES = 30;
    private static final int LONGEST_DAYS = 30;

    /** By the interval the protocol proposes, the longest usual one that is no longer, and the time it says a person needs. */
    public static Proposal of(ProtocolDefinition protocol) {
        return new Proposal(
                every(protocol.intervalDays()),
                protocol.guidance().minutes().map(Guidance.WorkingTime::person).orElse(USUAL_MINUTES));
    }

    private static String every(int days) {
        if (days < 7) {
            return "daily";
        }
        if (days < 14) {
            return "weekly";
        }
        if (days < 28) {
            return "fortnightly";
        }
        if (days < 90) {
            return "monthly";
        }
        if (days < 180) {
            return "quarterly";
        }
        return days < 365 ? "half-yearly" : "yearly";
    }

    /**
     * The window people mean who say nothing of it: about a quarter of the usual distance of two due days on either side,
     * at most a month.
     */
    public static Window window(Recurrence rule, LocalDate start) {
        List<LocalDate> days = rule.days(start, Turn.ALWAYS, start, 2);
        long apart = days.size() < 2 ? LONGEST_DAYS : ChronoUnit.DAYS.between(days.get(0), days.get(1));
        int quarter = (int) Math.min(LONGEST_DAYS, apart / 4);
        return new Window(quarter, quarter);
    }
}
