package org.fiducial.web.page;

import org.fiducial.facility.check.CheckSummary;
import org.fiducial.report.Texts;
import org.fiducial.report.VerdictView;

/**
 * A check in a list.
 *
 * @param address of its page
 * @param when it was measured
 * @param configuration name of the light path
 * @param protocol id and version
 * @param reason why it was done, in words
 * @param note what the person who did it wrote down; may be empty
 * @param verdict on the whole
 * @param doubtful whether a recall makes the verdict doubtful
 * @param standing how it stands with those who review, as a word
 */
public record CheckRow(
        String address,
        Days.Moment when,
        String configuration,
        String protocol,
        String reason,
        String note,
        VerdictView verdict,
        boolean doubtful,
        String standing) {

    public static CheckRow of(CheckSummary check, String configuration, Days days, Texts texts) {
        return new CheckRow(
                "/checks/" + check.id(),
                days.of(check.measuredAt()),
                configuration,
                check.protocol().toString(),
                texts.text("why." + check.reason().word()),
                check.note(),
                VerdictView.of(check.overall(), texts),
                false,
                check.standing().word());
    }

    /** The same with a recall that makes its verdict doubtful. */
    public CheckRow inDoubt() {
        return new CheckRow(address, when, configuration, protocol, reason, note, verdict, true, standing);
    }
}
