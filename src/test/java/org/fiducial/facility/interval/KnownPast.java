package org.fiducial.facility.interval;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.advice.Aim;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.KitUse;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.check.SeriesQuery;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.SampleInstruments;
import org.fiducial.facility.interval.PlanAdvice.Advised;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.facility.schedule.Window;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Loss;
import org.fiducial.facility.service.SampleEvents;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Statistic;

/** Microscopes with one light path each, and what happened to them, in memory. */
public final class KnownPast implements Checks {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String PROTOCOL = "psf-beads";
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 4);

    private final Facility home = new Facility(id(1), "Institute for Light", ZONE, Facility.Kind.HOME);
    private final SampleInstruments instruments = new SampleInstruments(home);
    private final SampleEvents events = new SampleEvents();
    private final List<Configuration> paths = new ArrayList<>();
    private final Map<UUID, List<CheckSummary>> checks = new HashMap<>();
    private final Map<UUID, String> slides = new HashMap<>();
    private final Set<UUID> doubtful = new HashSet<>();
    private int made = 100;

    private static UUID id(long number) {
        return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    /** A day so many months after the first. */
    static Instant month(double months) {
        return FIRST.atStartOfDay(ZONE).toInstant().plusSeconds(Math.round(months * 30.436875 * 86_400));
    }

    /** Adds a microscope with an objective of an immersion; gives its number. */
    int microscope(String immersion) {
        int number = paths.size();
        Instrument instrument =
                new Instrument(id(10 + number), home.id(), "lsm-" + number, "LSM " + number, Make.unknown(), "");
        SortedMap<String, String> properties = new TreeMap<>(Map.of("immersion", immersion));
        Component objective =
                new Component(id(30 + number), Component.Kind.OBJECTIVE, "63x", Make.unknown(), properties);
        Configuration path =
                new Configuration(id(50 + number), instrument.id(), "p", "63x", List.of(objective), new TreeMap<>());
        instruments.add(instrument, List.of(path));
        paths.add(path);
        return number;
    }

    /** A check; its id. */
    UUID check(int microscope, double months, CheckReason reason, VerdictLevel level) {
        CheckSummary check = new CheckSummary(
                id(made++),
                paths.get(microscope).id(),
                new ProtocolReference(PROTOCOL, "1.0"),
                month(months),
                reason,
                level,
                "");
        checks.computeIfAbsent(paths.get(microscope).instrumentId(), unused -> new ArrayList<>())
                .add(check);
        return check.id();
    }

    /** Scheduled checks at an interval, all good but every so manieth. */
    void routine(int microscope, int count, double interval, int everyBad) {
        for (int i = 1; i <= count; i++) {
            boolean bad = everyBad > 0 && i % everyBad == 0;
            check(microscope, i * interval, CheckReason.SCHEDULED, bad ? VerdictLevel.FAIL : VerdictLevel.PASS);
            if (bad) {
                check(microscope, i * interval + 0.01, CheckReason.AFTER_SERVICE, VerdictLevel.PASS);
            }
        }
    }

    void slide(UUID check, String slug) {
        slides.put(check, slug);
    }

    void doubt(UUID check) {
        doubtful.add(check);
    }

    void work(int microscope, double months, Event.Kind kind) {
        events.add(new Event(
                id(made++),
                paths.get(microscope).instrumentId(),
                kind,
                month(months),
                new Event.Report("work", List.of(), Event.Effect.NONE, Loss.none()),
                new Event.Entry("Ada", month(months), ZONE)));
    }

    Plan plan(int microscope, String every, Plan.Standing standing) {
        return new Plan(
                new Plan.Version(id(90), id(91), 1),
                new Plan.Subject(
                        paths.get(microscope).instrumentId(),
                        PROTOCOL,
                        List.of(paths.get(microscope).id())),
                new Rhythm.Recurring(Recurrence.of(every, FIRST), FIRST, new Window(1, 1)),
                new Plan.Work(120, ""),
                new Plan.Entry(standing, month(0), "", ""));
    }

    /** The advice on a plan of a microscope. */
    public Advised advised(int microscope, String every) {
        return advice().of(plan(microscope, every, Plan.Standing.IN_FORCE), Aim.USUAL)
                .orElseThrow();
    }

    PlanAdvice advice() {
        return new PlanAdvice(instruments, this, events, unused -> Set.copyOf(doubtful));
    }

    @Override
    public List<CheckSummary> ofInstrument(UUID instrumentId) {
        return checks.getOrDefault(instrumentId, List.of()).stream()
                .sorted(Comparator.comparing(CheckSummary::measuredAt).reversed())
                .toList();
    }

    @Override
    public Map<UUID, String> given(SeriesQuery query, String parameter) {
        return parameter.equals("artefact") ? Map.copyOf(slides) : Map.of();
    }

    @Override
    public void append(Check check, List<Path> inputs) {
        throw new UnsupportedOperationException("checks are told, not recorded");
    }

    @Override
    public Optional<Check> byId(UUID checkId) {
        return Optional.empty();
    }

    @Override
    public List<SeriesPoint> series(UUID instrumentId, String metric, Statistic statistic) {
        return List.of();
    }

    @Override
    public Optional<UUID> withInput(String sha256) {
        return Optional.empty();
    }

    @Override
    public List<KitUse> measuredWith(String slug, Recall.Period period) {
        return List.of();
    }

    @Override
    public List<KitUse> uses(List<UUID> some) {
        return List.of();
    }

    @Override
    public Optional<String> lastGiven(UUID configurationId, String protocolId, String parameter) {
        return Optional.empty();
    }
}
