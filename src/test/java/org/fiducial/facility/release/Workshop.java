package org.fiducial.facility.release;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.KitUse;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.SampleInstruments;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.schedule.SampleSchedule;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Events;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.facility.service.SampleEvents;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Statistic;

/** One microscope nothing was planned for, its checks and what happened to it, in memory. */
final class Workshop {

    private static final Instant NOW = Instant.parse("2026-03-12T09:30:00Z");
    private static final Instrument LSM = new Instrument(id(1001), id(1000), "lsm-1", "LSM 1", Make.unknown(), "");

    private final SampleInstruments instruments =
            new SampleInstruments(new Facility(id(1000), "Workshop", ZoneOffset.UTC, Facility.Kind.HOME));
    private final Measured checks = new Measured(new ArrayList<>());
    private final SampleEvents events = new SampleEvents();

    Workshop(Configuration... paths) {
        instruments.add(LSM, List.of(paths));
    }

    static UUID id(long number) {
        return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    static Component part(long number, Component.Kind kind) {
        return new Component(id(number), kind, kind + " " + number, Make.unknown(), new TreeMap<>());
    }

    static Configuration path(long number, Component... parts) {
        return new Configuration(
                id(2000 + number), LSM.id(), "path-" + number, "path " + number, List.of(parts), new TreeMap<>());
    }

    /** The protocols as they ship; nothing is analysed here. */
    static Catalogue catalogue() {
        return new Catalogue(Stream.of(
                        "psf-beads",
                        "coregistration-beads",
                        "field-illumination",
                        "light-source-power",
                        "light-source-linearity",
                        "light-source-stability")
                .map(id -> entry(ProtocolFile.load(id, "1.0")))
                .toList());
    }

    private static Catalogue.Entry entry(ProtocolDefinition definition) {
        return new Catalogue.Entry(definition, (inputs, parameters, progress) -> {
            throw new UnsupportedOperationException();
        });
    }

    ReturnToService.Ledgers ledgers() {
        return new ReturnToService.Ledgers(instruments, checks, events, new SampleSchedule());
    }

    Events events() {
        return events;
    }

    UUID check(int daysAgo, Configuration path, String protocol, CheckReason reason, VerdictLevel verdict) {
        CheckSummary check = new CheckSummary(
                id(3000 + checks.all().size()),
                path.id(),
                new ProtocolReference(protocol, "1.0"),
                NOW.minus(Duration.ofDays(daysAgo)),
                reason,
                verdict,
                "");
        checks.all().add(check);
        return check.id();
    }

    LoggedEvent work(Instant at, Event.Kind kind, List<UUID> parts) {
        Event event = new Event(
                id(4000 + events.all().size()),
                LSM.id(),
                kind,
                at,
                new Event.Report("x", parts, Event.Effect.DO_NOT_USE, Loss.none()),
                new Event.Entry("Ada", at, ZoneOffset.UTC));
        events.add(event);
        return new LoggedEvent(event, List.of());
    }

    private record Measured(List<CheckSummary> all) implements Checks {

        @Override
        public void append(Check check, List<Path> inputs) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Check> byId(UUID checkId) {
            return Optional.empty();
        }

        @Override
        public List<CheckSummary> ofInstrument(UUID instrumentId) {
            return all.stream()
                    .sorted(Comparator.comparing(CheckSummary::measuredAt).reversed())
                    .toList();
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
}
