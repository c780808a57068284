package org.fiducial.web.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.release.ReturnChecks;
import org.fiducial.facility.release.ReturnToService;

/** What is asked for after work and lacking; found anew only of instruments something was added of. */
public final class ReturnRecords {

    private final FacilityRecords records;
    private final Derived<Lacking> lacking;

    private record Lacking(LocalDate day, List<ReturnChecks> checks) {}

    ReturnRecords(FacilityRecords records, Growth growth) {
        this.records = records;
        this.lacking = new Derived<>(growth, new Derived.Making<>() {
            @Override
            public Lacking all() {
                LocalDate today = records.today();
                return new Lacking(today, rules().outstanding(records.clock().instant()));
            }

            @Override
            public Lacking renewed(Lacking before, Set<UUID> touched) {
                return touched.isEmpty()
                        ? before
                        : new Lacking(
                                before.day(),
                                ReturnToService.merged(
                                        before.checks(),
                                        rules().outstanding(records.clock().instant(), touched),
                                        touched));
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
        Lacking known = lacking.value();
        if (known.day().equals(records.today())) {
            return known.checks();
        }
        lacking.forget();
        return lacking.value().checks();
    }
}
