package org.fiducial.web.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.release.ReturnChecks;
import org.fiducial.facility.release.ReturnToService;

/** What is asked for after work and lacking; found anew only of instruments something was added of. */
public final class ReturnRecords {

    private static final OfInstruments<ReturnChecks> NEWEST_WORK_FIRST =
            new OfInstruments<>(each -> each.event().event().instrumentId(), ReturnToService.NEWEST_WORK_FIRST);

    private final FacilityRecords records;
    private final Daily<List<ReturnChecks>> lacking;

    ReturnRecords(FacilityRecords records, Growth growth) {
        this.records = records;
        this.lacking = new Daily<>(growth, records::today, new Daily.Making<>() {
            @Override
            public List<ReturnChecks> on(LocalDate day) {
                return rules().outstanding(records.clock().instant());
            }

            @Override
            public List<ReturnChecks> renewed(List<ReturnChecks> before, LocalDate day, Set<UUID> touched) {
                return NEWEST_WORK_FIRST.renewed(
                        before, rules().outstanding(records.clock().instant(), touched), touched);
            }
        });
    }

    public ReturnToService rules() {
        return new ReturnToService(
                new ReturnToService.Ledgers(
                        records.instruments(), records.checks(), records.events(), records.schedule()),
                records.catalogue());
    }

    /** What is lacking now, newest work first. */
    public List<ReturnChecks> outstanding() {
        return lacking.value();
    }
}
