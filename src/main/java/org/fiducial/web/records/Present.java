package org.fiducial.web.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.schedule.Due;
import org.fiducial.facility.schedule.DueDates;
import org.fiducial.facility.schedule.HoursDue;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.facility.status.Known;
import org.fiducial.facility.status.States;
import org.fiducial.facility.status.Validity;

/** What follows from the record as it is now and is shown again and again; see {@link Derived} for how it stays true. */
final class Present {

    private static final Comparator<CheckSummary> NEWEST_FIRST = Comparator.comparing(CheckSummary::measuredAt)
            .thenComparing(CheckSummary::id)
            .reversed();

    private static final OfInstruments<Due> URGENT_FIRST =
            new OfInstruments<>(due -> due.plan().subject().instrumentId(), DueDates.URGENT_FIRST);
    private static final OfInstruments<HoursDue> REACHED_FIRST =
            new OfInstruments<>(due -> due.plan().subject().instrumentId(), DueDates.REACHED_FIRST);

    private final FacilityRecords records;
    private volatile List<Facility> seen = List.of();
    private final Derived<Doubts> doubts;
    private final Derived<List<CheckSummary>> toReview;
    private final Daily<DueOn> due;
    private final Daily<List<HoursDue>> hours;
    private final Daily<Map<UUID, InstrumentNow>> states;

    /** What is due, of all instruments and of each. */
    private record DueOn(List<Due> all, Map<UUID, List<Due>> by) {

        static DueOn of(List<Due> all) {
            return new DueOn(all, all.stream().collect(Collectors.groupingBy(each -> each.plan()
                    .subject()
                    .instrumentId())));
        }

        List<Due> of(Instrument instrument) {
            return by.getOrDefault(instrument.id(), List.of());
        }
    }

    Present(FacilityRecords records, Growth growth) {
        this.records = records;
        doubts = new Derived<>(growth, new Derived.Making<>() {
            @Override
            public Doubts all() {
                return Doubts.of(records.kit(), records.checks());
            }

            @Override
            public Doubts renewed(Doubts before, Set<UUID> touched) {
                return touched.isEmpty() ? before : before.renewed(records.kit(), records.checks(), touched);
            }
        });
        toReview = new Derived<>(growth, new Waiting());
        due = new Daily<>(growth, records::today, new Planned());
        hours = new Daily<>(growth, records::today, new Used());
        states = new Daily<>(growth, records::today, new Standing());
    }

    /** A facility; once added one stays as it is, so that only for an unknown one the record is asked. */
    Optional<Facility> facility(Predicate<Facility> which) {
        Optional<Facility> found = seen.stream().filter(which).findFirst();
        if (found.isPresent()) {
            return found;
        }
        seen = records.facilities();
        return seen.stream().filter(which).findFirst();
    }

    Doubts doubts() {
        return doubts.value();
    }

    List<CheckSummary> toReview() {
        return toReview.value();
    }

    /** What is due today. */
    List<Due> due() {
        return due.value().all();
    }

    /** How far plans by hours of use are today. */
    List<HoursDue> hours() {
        return hours.value();
    }

    /** All instruments as they stand now, by name. */
    Map<UUID, InstrumentNow> instruments() {
        return states.valueWhere(known -> {
            // The time is read after what may just have been made: a state made later than a time does not speak for
            // it.
            Instant now = records.clock().instant();
            return holds(known, now) ? known : renewed(known, now);
        });
    }

    private static boolean holds(Map<UUID, InstrumentNow> known, Instant now) {
        return known.values().stream().allMatch(each -> each.span().holds(now));
    }

    private Map<UUID, InstrumentNow> renewed(Map<UUID, InstrumentNow> known, Instant now) {
        return mapped(known, each -> each.span().holds(now) ? each : now(each.instrument()));
    }

    private static Map<UUID, InstrumentNow> mapped(
            Map<UUID, InstrumentNow> known, UnaryOperator<InstrumentNow> change) {
        Map<UUID, InstrumentNow> changed = new LinkedHashMap<>();
        known.forEach((id, each) -> changed.put(id, change.apply(each)));
        return changed;
    }

    private InstrumentNow now(Instrument instrument) {
        Instant now = records.clock().instant();
        List<Due> planned = due.value().of(instrument);
        Validity validity = records.validity(planned);
        Known known = new States(records.instruments(), records.checks(), records.events(), validity, this::doubts)
                .known(instrument, now);
        InstrumentState state = InstrumentState.of(known, now, validity);
        return new InstrumentNow(
                instrument,
                state,
                state.level(),
                known.checks(),
                planned,
                InstrumentNow.Span.of(known, records.instruments().turns(instrument.id()).stream(), validity, now));
    }

    private final class Waiting implements Derived.Making<List<CheckSummary>> {

        @Override
        public List<CheckSummary> all() {
            return home().flatMap(home -> records.reviews().open(home.id()).stream())
                    .toList();
        }

        private Stream<Facility> home() {
            return records.facilities().stream().filter(each -> each.kind() == Facility.Kind.HOME);
        }

        @Override
        public List<CheckSummary> renewed(List<CheckSummary> before, Set<UUID> touched) {
            if (touched.isEmpty()) {
                return before;
            }
            Set<UUID> paths = touched.stream()
                    .flatMap(id -> records.instruments().configurations(id).stream())
                    .map(Configuration::id)
                    .collect(Collectors.toSet());
            return Stream.concat(
                            before.stream().filter(check -> !paths.contains(check.configurationId())),
                            home().flatMap(home ->
                                    touched.stream().flatMap(id -> records.reviews().open(home.id(), id).stream())))
                    .sorted(NEWEST_FIRST)
                    .toList();
        }
    }

    private final class Planned implements Daily.Making<DueOn> {

        @Override
        public DueOn on(LocalDate day) {
            return DueOn.of(records.dueDates().on(day));
        }

        @Override
        public DueOn renewed(DueOn before, LocalDate day, Set<UUID> touched) {
            return DueOn.of(
                    URGENT_FIRST.renewed(before.all(), records.dueDates().on(day, touched), touched));
        }
    }

    private final class Used implements Daily.Making<List<HoursDue>> {

        @Override
        public List<HoursDue> on(LocalDate day) {
            return records.dueDates().hours(day);
        }

        @Override
        public List<HoursDue> renewed(List<HoursDue> before, LocalDate day, Set<UUID> touched) {
            return REACHED_FIRST.renewed(before, records.dueDates().hours(day, touched), touched);
        }
    }

    private final class Standing implements Daily.Making<Map<UUID, InstrumentNow>> {

        @Override
        public Map<UUID, InstrumentNow> on(LocalDate day) {
            Map<UUID, InstrumentNow> found = new LinkedHashMap<>();
            records.all().forEach(each -> found.put(each.id(), now(each)));
            return found;
        }

        @Override
        public Map<UUID, InstrumentNow> renewed(Map<UUID, InstrumentNow> before, LocalDate day, Set<UUID> touched) {
            Map<UUID, InstrumentNow> found = new LinkedHashMap<>();
            records.all()
                    .forEach(each -> found.put(
                            each.id(),
                            Optional.ofNullable(before.get(each.id()))
                                    .filter(known -> !touched.contains(each.id()))
                                    .orElseGet(() -> now(each))));
            return found;
        }
    }
}
