package org.fiducial.web.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.form.OwnProtocol;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.judgement.DecisionRule;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.judgement.LimitScope;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.schedule.Counting;
import org.fiducial.facility.schedule.HourReading;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.facility.schedule.Window;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.Loss;
import org.fiducial.facility.service.Release;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.store.Store;
import org.fiducial.web.RecordingServer;

/** What people enter after a statement was issued; whoever names somebody or gives a reason, that is to be seen nowhere. */
final class StatementActs {

    private static final Instant NOW = RecordingServer.NOW;
    private static final String REASON = "typed by Ada";
    private static final List<Parameter> WITH = List.of(
            new Parameter(ParameterName.of("artefact"), new Value.Text("ps-1"), Origin.GIVEN),
            new Parameter(ParameterName.of("meter"), new Value.Text("pm-1"), Origin.GIVEN));

    private final StatementFixture at;
    private final Store store;
    private final Meter meter;
    private UUID before = new UUID(0, 0);
    private UUID elsewhere = new UUID(0, 0);
    private UUID happened = new UUID(0, 0);
    private UUID recall = new UUID(0, 0);
    private int made = 1000;

    StatementActs(StatementFixture at) {
        this.at = at;
        this.store = at.server.store();
        this.meter = new Meter(id(), at.lsm.facilityId(), "pm-1", new MeterCalibration.Meter("PM400", "4711", "S170C"));
    }

    private UUID id() {
        return new UUID(0x7000, made++);
    }

    /** A check before the day and one after it, measured with a slide and a meter the kit knows. */
    void begin() {
        store.kit()
                .add(
                        new Artefact(
                                id(),
                                at.lsm.facilityId(),
                                "ps-1",
                                Artefact.Kind.BEAD_SLIDE_SOLID,
                                new Artefact.Source("Maker", "Beads", "1"),
                                Optional.empty(),
                                new Artefact.Life(Optional.empty(), Optional.empty(), Optional.empty()),
                                "",
                                Optional.empty()),
                        "");
        store.kit().add(meter, Optional.empty(), "");
        before = at.beads(at.path, "2026-10-05T08:00:00Z", 0.21, WITH);
        at.beads(at.path, "2026-11-10T08:00:00Z", 0.22, List.of());
    }

    void beads(String measuredAt, double fwhmUm) {
        at.beads(at.path, measuredAt, fwhmUm, List.of());
    }

    void review(Review.Decision decision) {
        at.review(before, decision);
    }

    /** A check of a light path of another microscope. */
    void checkElsewhere() {
        elsewhere = at.beads(other(), "2026-10-19T08:00:00Z", 0.23, List.of());
    }

    private Configuration other() {
        Instrument instrument =
                new Instrument(id(), at.lsm.facilityId(), "lsm-2", "LSM 2", new Make("Maker", "Model", "2"), "");
        Component objective = new Component(id(), Component.Kind.OBJECTIVE, "20x/0.8", Make.unknown(), new TreeMap<>());
        Configuration path = new Configuration(
                id(), instrument.id(), "20x", "20×", List.of(objective), new TreeMap<>(Map.of("modality", "confocal")));
        store.instruments().add(instrument, List.of(path));
        return path;
    }

    void moveAway() {
        move(before, other());
    }

    void moveHere() {
        move(elsewhere, at.path);
    }

    private void move(UUID check, Configuration to) {
        Check from = store.checks().byId(check).orElseThrow();
        Check moved = new Check(id(), to.id(), from.occasion(), from.result(), from.judgement());
        store.moves().add(new org.fiducial.facility.check.Move(id(), check, moved.id(), REASON, "Ada", NOW), moved);
    }

    void limits(String from) {
        DefaultLimit.Bounds bounds = new DefaultLimit.Bounds(OptionalDouble.empty(), OptionalDouble.of(0.15));
        store.limits()
                .add(new LimitVersion(
                        id(),
                        new LimitVersion.Subject(
                                "psf-beads", new LimitScope(LimitScope.Reach.CONFIGURATION, at.path.id())),
                        1,
                        LocalDate.parse(from),
                        new LimitVersion.Terms(
                                List.of(new OwnLimit(
                                        "psf.fwhm.x",
                                        Statistic.MEDIAN,
                                        new Tolerance(Tolerance.Kind.ABSOLUTE, bounds, bounds),
                                        DecisionRule.SIMPLE)),
                                Optional.empty()),
                        new Entry("Ada", NOW, REASON)));
    }

    void event(Event.Kind kind, String when, Instant entered) {
        happened = id();
        store.events()
                .add(new Event(
                        happened,
                        at.lsm.id(),
                        kind,
                        Instant.parse(when),
                        new Event.Report(REASON, List.of(), Event.Effect.USABLE_WITH_CARE, Loss.none()),
                        new Event.Entry("Ada", entered, ZoneOffset.UTC)));
    }

    void followUp(FollowUp.Step step, String when) {
        store.events().add(followUp(step, Instant.parse(when)));
    }

    private FollowUp followUp(FollowUp.Step step, Instant when) {
        return new FollowUp(
                id(),
                happened,
                step,
                when,
                new FollowUp.Account(REASON, Loss.none()),
                new Event.Entry("Ada", NOW, ZoneOffset.UTC));
    }

    void returned(String when) {
        Instant back = Instant.parse(when);
        store.events()
                .add(
                        new Release(
                                id(),
                                happened,
                                back,
                                Release.Waiver.none(),
                                new Event.Entry("Ada", NOW, ZoneOffset.UTC)),
                        Optional.of(followUp(FollowUp.Step.RESOLVED, back)));
    }

    void recall() {
        recall = id();
        store.kit()
                .add(new Recall(
                        recall,
                        at.lsm.facilityId(),
                        "ps-1",
                        new Recall.Period(Instant.parse("2026-09-01T00:00:00Z"), Optional.empty()),
                        new Recall.Fault(REASON, OptionalDouble.empty()),
                        new Recall.Entry("Ada", NOW, ZoneOffset.UTC),
                        Optional.empty()));
    }

    void withdrawRecall() {
        store.kit().withdraw(new Recall.Withdrawal(id(), recall, REASON, new Recall.Entry("Ada", NOW, ZoneOffset.UTC)));
    }

    void certificate(String number, String date) {
        store.kit()
                .add(
                        new MeterCertificate(
                                id(),
                                meter.id(),
                                NOW,
                                new MeterCalibration(
                                        meter.device(),
                                        new MeterCalibration.Certificate(
                                                number, "A laboratory", LocalDate.parse(date), Optional.empty()),
                                        2,
                                        List.of(new MeterCalibration.Point(488, 1, 3, OptionalDouble.empty())))),
                        "Ada");
    }

    /** Says of the objective or of the instrument that it was another all the time. */
    void correct(Version.Kind kind, String field, String text) {
        UUID subject = kind == Version.Kind.INSTRUMENT
                ? at.lsm.id()
                : at.path.components().get(0).id();
        Registry registry = store.instruments().registry();
        Fields known = registry.fields(kind, subject).orElseThrow();
        registry.add(new Version(
                new Version.Key(id(), kind, subject, 2), Optional.empty(), known, known.with(field, text), entered()));
    }

    void moveObjective() {
        store.instruments()
                .registry()
                .add(new Move(
                        id(),
                        at.path.components().get(0).id(),
                        Move.Place.off(Move.Standing.STORED),
                        Instant.parse("2026-10-15T08:00:00Z"),
                        entered()));
    }

    void install(String when) {
        store.instruments()
                .registry()
                .add(new Installation(
                        id(),
                        new Installation.Host(at.lsm.id(), Optional.empty()),
                        new Installation.Release(Installation.Kind.SOFTWARE, "ZEN", "3.8"),
                        Instant.parse(when),
                        entered()));
    }

    private static Entered entered() {
        return new Entered("Ada", NOW, ZoneOffset.UTC, REASON);
    }

    /** A check each day, of which the last was on 10 November. */
    void plan() {
        LocalDate start = LocalDate.parse("2026-10-01");
        plan(new Rhythm.Recurring(Recurrence.of("daily", start), start, new Window(0, 0)));
    }

    /** A check each 100 hours of use, and a counter that stood still. */
    void planByHours() {
        hours(10, "2026-10-01T08:00:00Z");
        hours(10, "2026-11-10T08:00:00Z");
        plan(new Rhythm.Hours(100, 0), "2026-10-01T08:00:00Z");
    }

    private void plan(Rhythm rhythm) {
        plan(rhythm, NOW.toString());
    }

    private void plan(Rhythm rhythm, String entered) {
        store.schedule()
                .append(new Plan(
                        new Plan.Version(id(), id(), 1),
                        new Plan.Subject(at.lsm.id(), "psf-beads", List.of(at.path.id())),
                        rhythm,
                        new Plan.Work(20, ""),
                        new Plan.Entry(Plan.Standing.IN_FORCE, Instant.parse(entered), "Ada", "")));
    }

    void countNot() {
        List<UUID> newest = store.checks().ofInstrument(at.lsm.id()).stream()
                .map(check -> check.id())
                .toList();
        newest.forEach(check -> store.schedule().append(new Counting(id(), check, false, NOW, "Ada", REASON)));
    }

    void hours(double hours, String when) {
        store.schedule()
                .add(new HourReading(id(), at.lsm.id(), hours, Instant.parse(when), new HourReading.Entry("Ada", NOW)));
    }

    /** A protocol of the facility's own, which nobody did. */
    void protocol() {
        store.ownProtocols()
                .add(new OwnProtocol(
                        id(),
                        at.lsm.facilityId(),
                        new Provenance.ProtocolReference("oil-level", "1.0"),
                        """
                        id: oil-level
                        title: Oil
                        summary: Reads the level.
                        interval-days: 7
                        covers: [objective]
                        fields:
                          - { name: level, title: Level, kind: number, unit: cm }
                        """,
                        List.of(),
                        new Entry("Ada", NOW, "added")));
    }
}
