package org.fiducial.web.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.coverage.Coverage;
import org.fiducial.facility.coverage.Coverages;
import org.fiducial.facility.coverage.PartClaim;
import org.fiducial.facility.coverage.Span;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.status.Validity;

/**
 * What the checks say of a light path over some days, as pages read it.
 *
 * @param records the record
 */
public record CoverageRecords(FacilityRecords records) {

    /** Of so many checks of a part at most the numbers are read: the first three around some days and the last three. */
    public static final int MOST_OF_A_PART = 6;

    /** Of so many checks around some days at most all numbers are read; a year of days may have more. */
    public static final int MOST = 400;

    /** The light paths an instrument had on any of some days, by name. */
    public List<Configuration> paths(Instrument instrument, Span span) {
        return coverages().paths(instrument, span);
    }

    /** The light path that was checked last, of some; the first of them where none was. */
    public Optional<Configuration> checkedLast(Instrument instrument, List<Configuration> paths) {
        return records.newest(instrument).checks().stream()
                .filter(check -> !check.isVoid())
                .flatMap(check -> paths.stream().filter(path -> path.id().equals(check.configurationId())))
                .findFirst()
                .or(() -> paths.stream().findFirst());
    }

    /** What the checks say; empty where the instrument had no such light path on any of these days. */
    public Optional<Coverage> of(Instrument instrument, UUID path, Span span) {
        Validity byLast = records.validity(instrument, span.last());
        Validity validity =
                span.isDay() ? byLast : Validity.stricter(records.validity(instrument, span.first()), byLast);
        return coverages().of(instrument, path, span, validity);
    }

    /** The numbers of the checks around these days, oldest first; of many the first and the last of each part. */
    public List<Check> measured(Coverage coverage) {
        Set<UUID> ids = new HashSet<>();
        for (PartClaim part : coverage.parts()) {
            ends(part.checks()).forEach(each -> ids.add(each.check().id()));
        }
        return records.checks().measured(ids);
    }

    /** The numbers of all checks around these days, oldest first; of the oldest {@link #MOST} where there are more. */
    public List<Check> allMeasured(Coverage coverage) {
        return records.checks()
                .measured(coverage.checks().stream()
                        .map(each -> each.check().id())
                        .limit(MOST)
                        .collect(Collectors.toSet()));
    }

    private static <T> List<T> ends(List<T> all) {
        if (all.size() <= MOST_OF_A_PART) {
            return all;
        }
        int half = MOST_OF_A_PART / 2;
        List<T> ends = new ArrayList<>(all.subList(0, half));
        ends.addAll(all.subList(all.size() - half, all.size()));
        return ends;
    }

    private Coverages coverages() {
        return new Coverages(
                records.instruments(), records.checks(), records.events(), records::doubts, records.catalogue());
    }
}
