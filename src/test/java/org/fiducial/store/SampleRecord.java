package org.fiducial.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.check.BaselineMaker;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.facility.check.ConfirmedColumns;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.form.OwnProtocol;
import org.fiducial.facility.form.StepPicture;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.judgement.DecisionRule;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.judgement.LimitScope;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.ApiToken;
import org.fiducial.facility.people.PasswordHash;
import org.fiducial.facility.people.ReminderWish;
import org.fiducial.facility.people.Role;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.reminder.Sending;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.facility.schedule.Window;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.Loss;
import org.fiducial.facility.service.Release;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.ContentHash;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.SampleResult;
import org.fiducial.metrology.protocol.Statistic;

/** A record with one microscope in a temporary folder, and checks to put into it. */
final class SampleRecord {

    static final Instant NOW = Instant.parse("2026-03-12T09:30:00.123Z");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final long SEED = 20_260_312;
    private static final LimitSet LIMITS = new LimitSet(
            "psf-beads@1.0 defaults", List.of(limit("psf.fwhm.x", 0.30, 0.40), limit("psf.snr", 0.30, 0.40)));

    private final Path folder;
    private final Optional<String> url;
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(SEED));
    private final Facility home = new Facility(ids.get(), "Institute for Light", BERLIN, Facility.Kind.HOME);
    private final Instrument lsm = instrument("lsm-1", "LSM 1");
    private final Configuration confocal = configuration(lsm, "63x-oil-confocal");

    SampleRecord(Path folder, Optional<String> url) {
        this.folder = folder;
        this.url = url;
    }

    Store open() {
        return Store.open(data(), url, new Store.Sources(clock, ids));
    }

    Store openAsALaterVersionWould() {
        return Store.open(data(), url, new Store.Sources(clock, ids), List.of("org/fiducial/store/later"));
    }

    void addInstrument(Store store) {
        store.instruments().add(home);
        store.instruments().add(lsm, List.of(confocal));
    }

    /** A protocol of the facility's own, with a picture. */
    OwnProtocol addOwnProtocol(Store store) {
        OwnProtocol version = new OwnProtocol(
                ids.get(),
                home.id(),
                new ProtocolReference("nitrogen", "1.0"),
                """
                id: nitrogen
                title: Liquid nitrogen
                summary: Reads the level of the dewar.
                interval-days: 7
                covers: [stand]
                steps: [ { text: Read the dipstick., picture: stick.png } ]
                fields:
                  - { name: level, title: Level, kind: number, unit: cm, possible: { low: 0, high: 90 }, fail: { low: 15 }, reason: It boils off. }
                """,
                List.of(new StepPicture(
                        "stick.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3})),
                new Entry("Ada Müller", NOW, "added"));
        store.ownProtocols().add(version);
        return version;
    }

    /** What the columns of a table hold, as somebody confirmed it. */
    ConfirmedColumns addColumns(Store store, String columns) {
        ConfirmedColumns confirmed = new ConfirmedColumns(
                ids.get(),
                confocal.id(),
                "Zeit | Leistung",
                columns,
                new ConfirmedColumns.Confirmed("Ada Müller", NOW));
        store.columnMappings().confirm(confirmed);
        return confirmed;
    }

    /** The first version of a plan for the confocal light path, due on the first of each month. */
    Plan addPlan(Store store) {
        Plan plan = plan(ids.get(), 1, Plan.Standing.IN_FORCE, "as agreed with the users");
        store.schedule().append(plan);
        return plan;
    }

    Plan plan(UUID planId, int version, Plan.Standing standing, String reason) {
        LocalDate start = LocalDate.of(2026, 1, 1);
        return new Plan(
                new Plan.Version(ids.get(), planId, version),
                new Plan.Subject(lsm.id(), "psf-beads", List.of(confocal.id())),
                new Rhythm.Recurring(Recurrence.of("monthly", start), start, new Window(5, 3)),
                new Plan.Work(45, "Grace Hopper"),
                new Plan.Entry(standing, NOW, "Ada Müller", reason));
    }

    Event event(Event.Kind kind, Event.Report report) {
        return new Event(ids.get(), lsm.id(), kind, NOW, report, new Event.Entry("Ada Müller", NOW, BERLIN));
    }

    /** A realignment with what became of it. */
    Event addEvent(Store store) {
        Event event = event(
                Event.Kind.REALIGNMENT,
                new Event.Report(
                        "Laser realigned.",
                        List.of(confocal.components().get(1).id()),
                        Event.Effect.NONE,
                        Loss.none()));
        store.events().add(event);
        store.events()
                .add(new FollowUp(
                        ids.get(),
                        event.id(),
                        FollowUp.Step.NOTE,
                        NOW,
                        new FollowUp.Account("Power is 5 % higher.", Loss.none()),
                        event.entry()));
        return event;
    }

    /** The word that the instrument is back in use after work, without a check that was asked for. */
    Release addRelease(Store store, Event work) {
        Release release = new Release(
                ids.get(),
                work.id(),
                NOW,
                new Release.Waiver(List.of(new Release.Waived(confocal.id(), "psf-beads")), "no slide at hand"),
                work.entry());
        store.events().add(release, Optional.empty());
        return release;
    }

    /** A claim of a digest. */
    Sending claim(String period, String recipient, int attempt) {
        return new Sending(
                ids.get(),
                new Sending.Subject(period, Sending.Kind.DIGEST, recipient),
                attempt,
                Instant.ofEpochMilli(NOW.toEpochMilli()),
                Optional.empty());
    }

    /** A digest that was sent. */
    void addReminder(Store store) {
        Sending claim = claim("2026-03-09", "Ada Müller", 1);
        store.outbox().claim(claim);
        store.outbox().note(ids.get(), claim.id(), new Sending.Outcome(Sending.Result.SENT, "250 OK", NOW));
    }

    /** What the holder of an account wants to be told. */
    ReminderWish addWish(Store store, Account account, ReminderWish.Frequency frequency) {
        ReminderWish wish = new ReminderWish(
                ids.get(),
                account.version().accountId(),
                frequency,
                new ReminderWish.Letter("ada@example.org", true, "en-GB"),
                new ReminderWish.Entry(Instant.ofEpochMilli(NOW.toEpochMilli()), "Ada Müller"));
        store.accounts().add(wish);
        return wish;
    }

    /** What strangers may see of all instruments. */
    Publicity addPublicity(Store store) {
        Publicity publicity = new Publicity(
                ids.get(),
                new Publicity.Subject(home.id(), Optional.empty()),
                new Publicity.Terms(
                        Publicity.Standing.PUBLISHED, Publicity.Field.USUAL, "Ada's core, core@example.org"),
                new Entry("Ada Müller", Instant.ofEpochMilli(NOW.toEpochMilli()), "as agreed with the users"));
        store.publicities().add(publicity);
        return publicity;
    }

    /** The first account, closed by nobody yet, with a token. */
    Account addAccount(Store store) {
        Account account = account(ids.get(), 1, Account.Standing.ACTIVE, EnumSet.of(Role.ADMINISTRATOR, Role.MANAGER));
        store.accounts().begin(account);
        store.accounts().add(token(account));
        return account;
    }

    Account account(UUID accountId, int number, Account.Standing standing, Set<Role> roles) {
        return new Account(
                new Account.Version(ids.get(), accountId, number),
                new Account.Holder("ada", "Ada Müller"),
                roles,
                new PasswordHash("$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA"),
                standing,
                new Account.Entry(NOW, "Ada Müller", "first account"));
    }

    ApiToken token(Account account) {
        UUID id = ids.get();
        return new ApiToken(
                id,
                account.version().accountId(),
                "calendar",
                Role.USER,
                RowDigest.of(id.toString()),
                new ApiToken.Entry(NOW, "Ada Müller"));
    }

    /** Limits in per cent of a baseline of one check. */
    LimitVersion addLimits(Store store, Check check) {
        Entry entry = new Entry("Ada Müller", NOW, "as agreed with the users");
        Baseline baseline = new BaselineMaker(store.checks(), store.reviews(), store.limits())
                .make(ids.get(), new Baseline.Sample(Baseline.Estimator.MEDIAN, List.of(check.id())), entry);
        OwnLimit limit = new OwnLimit(
                "psf.fwhm.x",
                Statistic.MEDIAN,
                new Tolerance(
                        Tolerance.Kind.PERCENT_OF_BASELINE,
                        new Bounds(OptionalDouble.of(-10), OptionalDouble.of(10)),
                        new Bounds(OptionalDouble.of(-20), OptionalDouble.of(20))),
                DecisionRule.GUARDED);
        LimitVersion version = new LimitVersion(
                ids.get(),
                new LimitVersion.Subject("psf-beads", new LimitScope(LimitScope.Reach.CONFIGURATION, confocal.id())),
                1,
                LocalDate.of(2026, 3, 12),
                new LimitVersion.Terms(List.of(limit), Optional.of(baseline)),
                entry);
        store.limits().add(version);
        return version;
    }

    static OwnLimit ownLimit(double low, double high) {
        Bounds bounds = new Bounds(OptionalDouble.of(low), OptionalDouble.of(high));
        return new OwnLimit(
                "psf.fwhm.x",
                Statistic.MEDIAN,
                new Tolerance(Tolerance.Kind.ABSOLUTE, bounds, bounds),
                DecisionRule.SIMPLE);
    }

    Review review(Check check, Review.Decision decision) {
        return new Review(ids.get(), check.id(), decision, "looked at the pictures", "Grace Hopper", NOW);
    }

    Clock clock() {
        return clock;
    }

    Path data() {
        return folder.resolve("data");
    }

    TimeOrderedIds ids() {
        return ids;
    }

    Facility home() {
        return home;
    }

    Instrument lsm() {
        return lsm;
    }

    Configuration confocal() {
        return confocal;
    }

    Check append(Store store, Instant measuredAt, double fwhmUm) throws IOException {
        Path input = file("beads-" + fwhmUm + ".tif", "pixels of " + fwhmUm);
        Check check = check(measuredAt, fwhmUm, List.of(input));
        store.checks().append(check, List.of(input));
        return check;
    }

    Check check(Instant measuredAt, double fwhmUm, List<Path> inputs) throws IOException {
        return check(confocal, measuredAt, result(inputs, fwhmUm));
    }

    Check check(Configuration configuration, Instant measuredAt, AnalysisResult result) {
        return check(configuration, measuredAt, result, CheckReason.AFTER_SERVICE);
    }

    Check check(Configuration configuration, Instant measuredAt, AnalysisResult result, CheckReason reason) {
        CheckTimes times = new CheckTimes(measuredAt, NOW, Optional.of(NOW.plusMillis(1)), BERLIN);
        return new Check(
                ids.get(),
                configuration.id(),
                new Check.Occasion(reason, times, "Ada Müller", "after the laser was exchanged"),
                result,
                LIMITS.judge(result));
    }

    static AnalysisResult result(List<Path> inputs, double fwhmUm) throws IOException {
        List<InputFile> files = new ArrayList<>();
        for (Path input : inputs) {
            ContentHash hash = ContentHash.of(input);
            files.add(SampleResult.input(String.valueOf(input.getFileName()), hash.sha256(), hash.bytes()));
        }
        return SampleResult.of(files, fwhmUm);
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    Instrument instrument(String slug, String name) {
        return new Instrument(ids.get(), home.id(), slug, name, new Make("Maker", "Model", "0815"), "Room 1");
    }

    Configuration configuration(Instrument instrument, String slug) {
        Component objective = new Component(
                ids.get(),
                Component.Kind.OBJECTIVE,
                "63x/1.4 oil",
                new Make("Maker", "Plan", "42"),
                new TreeMap<>(Map.of("na", "1.4", "immersion", "oil")));
        Component source =
                new Component(ids.get(), Component.Kind.LIGHT_SOURCE, "Laser 488", Make.unknown(), new TreeMap<>());
        return new Configuration(
                ids.get(),
                instrument.id(),
                slug,
                "Confocal 488",
                List.of(objective, source),
                new TreeMap<>(Map.of("modality", "confocal", "emission.2", "600nm")));
    }

    private static DefaultLimit limit(String metric, double warning, double fail) {
        return new DefaultLimit(
                metric,
                Statistic.MEDIAN,
                List.of(),
                new Bounds(OptionalDouble.empty(), OptionalDouble.of(warning)),
                new Bounds(OptionalDouble.of(0.05), OptionalDouble.of(fail)),
                "Chosen for this test.");
    }
}
