package org.fiducial.facility.status;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.check.KitUse;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Event.Effect;
import org.fiducial.facility.service.Event.Kind;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/** A microscope with two light paths, told in days counted back from now: a check of day 5 was done five days ago. */
abstract class StateStory {

    static final Instant NOW = Instant.parse("2026-03-12T09:30:00Z");
    static final int INTERVAL_DAYS = 30;
    private static final UUID INSTRUMENT = new UUID(0, 1);

    final Component oil = part(63, Component.Kind.OBJECTIVE, "63x oil");
    final Component blue = part(488, Component.Kind.LINE, "488 nm");
    final Component green = part(561, Component.Kind.LINE, "561 nm");
    final Configuration oilBlue = path(1, "oil, 488", oil, blue);
    final Configuration oilGreen = path(2, "oil, 561", oil, green);

    final List<CheckSummary> checks = new ArrayList<>();
    final List<LoggedEvent> events = new ArrayList<>();
    final List<Doubt> doubts = new ArrayList<>();
    private int made;

    final void recalled(CheckSummary check) {
        Recall recall = new Recall(
                new UUID(6, ++made),
                new UUID(0, 0),
                "ps-1",
                new Recall.Period(ago(100), Optional.empty()),
                new Recall.Fault("It was scratched.", OptionalDouble.empty()),
                new Recall.Entry("Ada", NOW, ZoneOffset.UTC),
                Optional.empty());
        doubts.add(new Doubt(recall, new KitUse(check, INSTRUMENT, "Ada", List.of()), true, List.of()));
    }

    final InstrumentState now() {
        return state(NOW);
    }

    final InstrumentState state(Instant at) {
        return InstrumentState.of(
                new Known(List.of(oilBlue, oilGreen), checks, events, Doubts.of(doubts)), at, new Thirty());
    }

    final ConfigurationState of(Configuration path, int daysAgo) {
        return state(ago(daysAgo)).configurations().stream()
                .filter(each -> each.configuration().equals(path))
                .findFirst()
                .orElseThrow();
    }

    final Finding finding(int daysAgo) {
        return of(oilBlue, daysAgo).findings().get(0);
    }

    static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    final void check(int daysAgo, Configuration path, VerdictLevel verdict) {
        check(daysAgo, path, verdict, "psf-beads");
    }

    final void check(int daysAgo, Configuration path, VerdictLevel verdict, String protocol) {
        checks.add(summary(daysAgo, path, verdict, protocol, CheckReason.SCHEDULED));
    }

    final void check(int daysAgo, Configuration path, VerdictLevel verdict, CheckReason reason) {
        checks.add(summary(daysAgo, path, verdict, "psf-beads", reason));
    }

    final CheckSummary summary(
            int daysAgo, Configuration path, VerdictLevel verdict, String protocol, CheckReason reason) {
        return new CheckSummary(
                new UUID(9, ++made),
                path.id(),
                new ProtocolReference(protocol, "1.0"),
                ago(daysAgo),
                reason,
                verdict,
                "");
    }

    final LoggedEvent event(int daysAgo, Kind kind, Effect effect, Component... parts) {
        Event event = new Event(
                new UUID(8, ++made),
                INSTRUMENT,
                kind,
                ago(daysAgo),
                new Event.Report(
                        "It happened.",
                        List.of(parts).stream().map(Component::id).toList(),
                        effect,
                        Loss.none()),
                new Event.Entry("Ada", ago(daysAgo), ZoneOffset.UTC));
        LoggedEvent logged = new LoggedEvent(event, List.of());
        events.add(logged);
        return logged;
    }

    final FollowUp followUp(LoggedEvent logged, FollowUp.Step step, int daysAgo) {
        return new FollowUp(
                new UUID(7, ++made),
                logged.event().id(),
                step,
                ago(daysAgo),
                new FollowUp.Account("So it was.", Loss.none()),
                new Event.Entry("Ada", ago(daysAgo), ZoneOffset.UTC));
    }

    static Component part(int number, Component.Kind kind, String name) {
        return new Component(new UUID(1, number), kind, name, Make.unknown(), new TreeMap<>(Map.of()));
    }

    static Configuration path(int number, String name, Component... parts) {
        return new Configuration(
                new UUID(2, number), INSTRUMENT, "path-" + number, name, List.of(parts), new TreeMap<>());
    }

    /** A check holds thirty days; beads speak for the objective, power for the line. */
    private record Thirty() implements Validity {

        @Override
        public Instant holdsUntil(CheckSummary check) {
            return check.measuredAt().plus(Duration.ofDays(INTERVAL_DAYS));
        }

        @Override
        public boolean speaksFor(ProtocolReference protocol, Component.Kind kind) {
            return kind == (protocol.id().equals("psf-beads") ? Component.Kind.OBJECTIVE : Component.Kind.LINE);
        }
    }
}
