package org.fiducial.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fiducial.facility.release.ReturnChecks;
import org.fiducial.facility.release.ReturnToService;

/** What is asked for after work and lacking; found anew only where something was added to the record. */
final class ReturnRecords {

    private final FacilityRecords records;
    private volatile Last last = new Last(-1, LocalDate.EPOCH, List.of());

    ReturnRecords(FacilityRecords records) {
        this.records = records;
    }

    ReturnToService rules() {
        return new ReturnToService(
                new ReturnToService.Ledgers(
                        records.instruments(), records.checks(), records.events(), records.schedule()),
                records.catalogue());
    }

    /** What is lacking now, newest work first. */
    List<ReturnChecks> outstanding() {
        long revision = records.schedule().revision();
        LocalDate today = records.today();
        Last known = last;
        if (known.revision() == revision && known.day().equals(today)) {
            return known.outstanding();
        }
        Instant now = records.clock().instant();
        List<ReturnChecks> outstanding = rules().outstanding(now);
        last = new Last(revision, today, outstanding);
        return outstanding;
    }

    private record Last(long revision, LocalDate day, List<ReturnChecks> outstanding) {}
}
