package org.fiducial.facility.coverage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.check.KitUse;
import org.fiducial.facility.check.ReviewStanding;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.facility.status.Known;
import org.fiducial.facility.status.LineVerdicts;
import org.fiducial.facility.status.Validity;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MicroscopePart;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Statistic;

/**
 * What happened to a microscope with four light paths in some hundred days: an oil objective with a blue and a green line,
 * each alone and both, and a dry one with the blue line. Beads speak for the objective, power for the line or the lines, hours
 * for the lamp of all of them, colours for their light path alone. What was done with both lines was judged line by line.
 */
final class CoverageHistory {

    static final ZoneId ZONE = ZoneId.of("Europe/Madrid");
    static final LocalDate BEGIN = LocalDate.parse("2026-01-01");
    static final int DAYS = 200;
    static final Duration HOLDS = Duration.ofDays(30);
    static final String BEADS = "psf-beads";
    static final String POWER = "light-source-power";
    static final String LAMP = "light-source-stability";
    static final String COLOURS = "coregistration-beads";
    private static final UUID INSTRUMENT = new UUID(0, 1);

    final Component oil = part(1, Component.Kind.OBJECTIVE, "63x/1.4 oil");
    final Component dry = part(2, Component.Kind.OBJECTIVE, "10x/0.45");
    final Component blue = part(3, Component.Kind.LINE, "488 nm");
    final Component green = part(4, Component.Kind.LINE, "561 nm");
    final Component lamp = part(5, Component.Kind.LIGHT_SOURCE, "Laser bank");
    final Configuration oilBlue = path(1, "63x/1.4 oil, 488 nm", oil, blue, lamp);
    final Configuration oilGreen = path(2, "63x/1.4 oil, 561 nm", oil, green, lamp);
    final Configuration dryBlue = path(3, "10x/0.45, 488 nm", dry, blue, lamp);
    final Configuration oilBoth = path(4, "63x/1.4 oil, 488 and 561 nm", oil, blue, green, lamp);
    final List<Configuration> paths = List.of(oilBlue, oilGreen, dryBlue, oilBoth);

    final List<CheckSummary> checks = new ArrayList<>();
    final Map<UUID, List<Verdict>> byLine = new HashMap<>();
    final List<LoggedEvent> events = new ArrayList<>();
    final List<Doubt> doubts = new ArrayList<>();
    private final Set<Instant> taken = new HashSet<>();
    private int made;

    /** A history drawn at random. */
    static CoverageHistory drawn(Random random) {
        CoverageHistory drawn = new CoverageHistory();
        int checks = random.nextInt(14);
        for (int i = 0; i < checks; i++) {
            if (random.nextInt(3) == 0) {
                drawn.checkOfBoth(random);
                continue;
            }
            CheckSummary check = drawn.check(
                    drawn.anyTime(random),
                    any(random, drawn.oilBlue, drawn.oilBlue, drawn.oilGreen, drawn.dryBlue),
                    any(random, BEADS, BEADS, POWER, LAMP, COLOURS),
                    any(
                            random,
                            VerdictLevel.PASS,
                            VerdictLevel.PASS,
                            VerdictLevel.PASS,
                            any(random, VerdictLevel.values())),
                    random.nextInt(8) == 0
                            ? any(random, ReviewStanding.VOID, ReviewStanding.REJECTED)
                            : ReviewStanding.APPROVED);
            if (random.nextInt(9) == 0) {
                drawn.recalled(check);
            }
        }
        int events = random.nextInt(4);
        for (int i = 0; i < events; i++) {
            Instant at = drawn.anyTime(random);
            drawn.event(
                    at,
                    any(random, Event.Kind.values()),
                    any(random, Event.Effect.values()),
                    random.nextInt(3) == 0 ? Optional.of(any(random, FollowUp.Step.values())) : Optional.empty(),
                    random.nextBoolean() ? List.of() : List.of(any(random, drawn.oil, drawn.blue, drawn.green)));
        }
        return drawn;
    }

    /** Times differ from each other: which of two at the same moment came first nobody knows. */
    private Instant anyTime(Random random) {
        Instant time = BEGIN.atStartOfDay(ZONE).toInstant().plus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
        return taken.add(time) ? time : anyTime(random);
    }

    @SafeVarargs
    static <T> T any(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(ZONE).toInstant();
    }

    CheckSummary check(Instant at, Configuration path, String protocol, VerdictLevel verdict, ReviewStanding standing) {
        CheckSummary check = new CheckSummary(
                new UUID(9, ++made),
                path.id(),
                new ProtocolReference(protocol, "1.0"),
                at,
                CheckReason.SCHEDULED,
                verdict,
                "",
                standing);
        checks.add(check);
        return check;
    }

    CheckSummary check(String day, Configuration path, String protocol, VerdictLevel verdict) {
        return check(noon(day), path, protocol, verdict, ReviewStanding.APPROVED);
    }

    private void checkOfBoth(Random random) {
        checkOfBoth(
                anyTime(random),
                any(random, BEADS, POWER, LAMP, LAMP),
                any(random, VerdictLevel.values()),
                any(random, VerdictLevel.values()),
                random.nextInt(8) == 0
                        ? any(random, ReviewStanding.VOID, ReviewStanding.REJECTED)
                        : ReviewStanding.APPROVED);
    }

    /** One check of both lines, each with a verdict of its own. */
    CheckSummary checkOfBoth(
            Instant at, String protocol, VerdictLevel blue, VerdictLevel green, ReviewStanding standing) {
        CheckSummary check = check(at, oilBoth, protocol, VerdictLevel.worst(List.of(blue, green)), standing);
        byLine.put(check.id(), List.of(verdict("488", blue), verdict("561", green)));
        return check;
    }

    private static Verdict verdict(String nm, VerdictLevel level) {
        return new Verdict(
                new MeasurementKey("power.stability.long", 0, new TreeMap<>(Map.of("line_nm", nm)), Statistic.VALUE),
                level,
                new DefaultLimit(
                        "power.stability.long",
                        Statistic.VALUE,
                        List.of(),
                        new DefaultLimit.Bounds(OptionalDouble.of(95), OptionalDouble.empty()),
                        new DefaultLimit.Bounds(OptionalDouble.of(90), OptionalDouble.empty()),
                        "Chosen for this test."),
                "So it is.");
    }

    void recalled(CheckSummary check) {
        Recall recall = new Recall(
                new UUID(6, ++made),
                new UUID(0, 0),
                "ps-1",
                new Recall.Period(check.measuredAt(), Optional.empty()),
                new Recall.Fault("It was scratched by Ada.", OptionalDouble.empty()),
                new Recall.Entry("Ada", check.measuredAt(), ZONE),
                Optional.empty());
        doubts.add(new Doubt(recall, new KitUse(check, INSTRUMENT, "Ada", List.of()), true, List.of()));
    }

    LoggedEvent event(
            Instant at, Event.Kind kind, Event.Effect effect, Optional<FollowUp.Step> step, List<Component> parts) {
        Event.Entry entry = new Event.Entry("Ada", at, ZoneOffset.UTC);
        Event event = new Event(
                new UUID(8, ++made),
                INSTRUMENT,
                kind,
                at,
                new Event.Report(
                        "Ada broke it.", parts.stream().map(Component::id).toList(), effect, Loss.none()),
                entry);
        LoggedEvent logged = new LoggedEvent(
                event,
                step.stream()
                        .map(each -> new FollowUp(
                                new UUID(7, ++made),
                                event.id(),
                                each,
                                at.plus(Duration.ofDays(3)),
                                new FollowUp.Account("So it was.", Loss.none()),
                                entry))
                        .toList());
        events.add(logged);
        return logged;
    }

    Known known() {
        return new Known(paths, checks, events, Doubts.of(doubts), new LineVerdicts(byLine));
    }

    Coverage coverage(Configuration path, Span span) {
        return Coverage.of(
                span,
                List.of(new Coverage.Stretch(span.from(), span.to(), known())),
                path.id(),
                new Thirty(),
                List.of(
                        wanted(BEADS, MicroscopePart.OBJECTIVE),
                        wanted(POWER, MicroscopePart.LINE),
                        wanted(COLOURS, MicroscopePart.CHANNEL_PAIR)));
    }

    Coverage coverage(Configuration path, String first, String last) {
        return coverage(path, new Span(LocalDate.parse(first), LocalDate.parse(last), ZONE));
    }

    /** In words, to be printed where a property does not hold. */
    String told() {
        return checks.stream()
                        .map(check -> check.measuredAt() + " "
                                + check.protocol().id() + " on "
                                + check.configurationId().getLeastSignificantBits() + " " + check.overall() + " "
                                + byLine.getOrDefault(check.id(), List.of()).stream()
                                        .map(Verdict::level)
                                        .toList()
                                + " " + check.standing()
                                + (Doubts.of(doubts).casting(check.id()).isPresent() ? " RECALLED" : ""))
                        .sorted()
                        .collect(Collectors.joining("\n", "checks:\n", "\n"))
                + events.stream()
                        .map(each -> each.event().at() + " " + each.event().kind() + " "
                                + each.event().report().effect() + " "
                                + each.event().report().components() + " "
                                + each.followUps().stream().map(FollowUp::step).toList())
                        .sorted()
                        .collect(Collectors.joining("\n", "events:\n", "\n"));
    }

    private static Wanted wanted(String protocol, MicroscopePart part) {
        return new Wanted(new ProtocolReference(protocol, "1.0"), Set.of(part));
    }

    private static Component part(int number, Component.Kind kind, String name) {
        return new Component(new UUID(1, number), kind, name, Make.unknown(), new TreeMap<>(Map.of()));
    }

    private static Configuration path(int number, String name, Component... parts) {
        return new Configuration(
                new UUID(2, number), INSTRUMENT, "path-" + number, name, List.of(parts), new TreeMap<>());
    }

    /** A check holds thirty days. */
    record Thirty() implements Validity {

        @Override
        public Instant holdsUntil(CheckSummary check) {
            return check.measuredAt().plus(HOLDS);
        }

        @Override
        public boolean speaksFor(ProtocolReference protocol, Component.Kind kind) {
            return switch (protocol.id()) {
                case BEADS -> kind == Component.Kind.OBJECTIVE;
                case POWER -> kind == Component.Kind.LINE;
                case LAMP -> kind == Component.Kind.LIGHT_SOURCE;
                default -> false;
            };
        }
    }
}
