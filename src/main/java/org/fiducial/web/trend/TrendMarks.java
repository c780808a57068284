package org.fiducial.web.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.ReviewStanding;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.check.SeriesQuery;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.web.page.Days;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.records.Series;

/** What marks the numbers of a light path: work on it, other slides, and checks that are in doubt or void. */
final class TrendMarks {

    /** More marks of work in one chart nobody tells apart. */
    private static final int MOST_SERVICES = 60;

    private final FacilityRecords records;
    private final UUID instrumentId;
    private final Configuration configuration;
    private final Days days;
    private final List<Instant> services;
    private final Set<UUID> recalled;
    private final Map<UUID, CheckSummary> checks = new HashMap<>();
    private final Map<UUID, String> artefacts = new HashMap<>();

    TrendMarks(FacilityRecords records, UUID instrumentId, Configuration configuration, Days days) {
        this.records = records;
        this.instrumentId = instrumentId;
        this.configuration = configuration;
        this.days = days;
        this.services = work();
        this.recalled = records.doubts().doubtful(instrumentId);
    }

    /** The points of a series, those of void checks too. */
    List<SeriesPoint> points(SeriesQuery query) {
        Series series = records.series(query);
        series.checks().forEach(check -> checks.put(check.id(), check));
        artefacts.putAll(series.artefacts());
        return series.points();
    }

    /** What a point of a check is worth. */
    Trend.Standing standing(UUID check) {
        ReviewStanding standing = check(check).map(CheckSummary::standing).orElse(ReviewStanding.CLEAN);
        if (standing == ReviewStanding.VOID) {
            return Trend.Standing.VOID;
        }
        return standing == ReviewStanding.REJECTED || recalled.contains(check)
                ? Trend.Standing.DOUBT
                : Trend.Standing.COUNTS;
    }

    /** A check of a series that was read. */
    Optional<CheckSummary> check(UUID check) {
        return Optional.ofNullable(checks.get(check));
    }

    /** What a check was measured with. */
    Optional<String> artefact(UUID check) {
        return Optional.ofNullable(artefacts.get(check));
    }

    Trend.Beside beside(List<Trend.Point> voided, List<Trend.Point> counted) {
        return new Trend.Beside(services, lots(counted), voided);
    }

    /** When the points, oldest first, were first measured with a slide or lot that none before them was. */
    private List<Instant> lots(List<Trend.Point> points) {
        Set<String> known = new HashSet<>();
        List<Instant> lots = new ArrayList<>();
        for (Trend.Point point : points) {
            Optional<String> artefact = artefact(point.checkId());
            if (artefact.isPresent() && known.add(artefact.get()) && known.size() > 1) {
                lots.add(point.at());
            }
        }
        return lots;
    }

    /**
     * When somebody worked on the light path, once a day: by the events, and by checks done after work nobody entered.
     */
    private List<Instant> work() {
        List<UUID> parts =
                configuration.components().stream().map(Component::id).toList();
        Stream<Instant> work = records.events().ofInstrument(instrumentId).stream()
                .filter(each -> !each.isWithdrawn() && each.event().kind().isWork() && each.concerns(parts))
                .map(each -> each.event().at());
        Stream<Instant> after = records.afterWork(instrumentId).stream()
                .filter(check -> check.configurationId().equals(configuration.id()))
                .limit(MOST_SERVICES)
                .map(CheckSummary::measuredAt);
        return Stream.concat(work, after)
                .collect(Collectors.toMap(
                        at -> days.of(at).day(), at -> at, (earlier, later) -> earlier, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }
}
