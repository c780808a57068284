package org.fiducial.facility.release;

import java.util.List;
import java.util.Optional;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Release;
import org.fiducial.metrology.protocol.MicroscopePart;

/**
 * What is asked for before an instrument is used again after work.
 *
 * @param instrument the instrument
 * @param event the work
 * @param checks what protocols ask for, by light path
 * @param unknown parts that were worked on and for which no protocol of this build asks for anything
 * @param release who returned it to service, where somebody has
 */
public record ReturnChecks(
        Instrument instrument,
        LoggedEvent event,
        List<ReturnCheck> checks,
        List<MicroscopePart> unknown,
        Optional<Release> release) {

    public ReturnChecks {
        checks = List.copyOf(checks);
        unknown = List.copyOf(unknown);
        release = release.filter(each -> event.followUps().stream()
                .noneMatch(said -> said.step() == FollowUp.Step.REOPENED
                        && said.entry().at().isAfter(each.entry().at())));
    }

    /** What keeps the instrument from going back, unless somebody says why it may. */
    public List<ReturnCheck> lacking() {
        return checks.stream().filter(ReturnCheck::isLacking).toList();
    }

    /** Whether nothing is lacking. */
    public boolean isReady() {
        return lacking().isEmpty();
    }

    /** Whether checks are asked for that nobody did, failed or waived. */
    public boolean isOutstanding() {
        return release.isEmpty() && !event.isWithdrawn() && !isReady();
    }
}
