package org.fiducial.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.instrument.Attachment;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.service.Upkeep;
import org.fiducial.metrology.protocol.ContentHash;

/** What becomes of the instrument of a sample record. */
record SampleRegistry(SampleRecord record, Store store) {

    static final Instant LATER = SampleRecord.NOW.plus(Duration.ofDays(30));

    Upkeep upkeep() {
        return new Upkeep(store.instruments(), store.events(), Clock.fixed(LATER, ZoneOffset.UTC), record.ids());
    }

    static Upkeep.Signature by(String name, String reason) {
        return new Upkeep.Signature(name, reason);
    }

    Upkeep.Subject lsm(int seen) {
        return new Upkeep.Subject(Version.Kind.INSTRUMENT, record.lsm().id(), seen);
    }

    Fields fields() {
        return store.instruments()
                .registry()
                .fields(Version.Kind.INSTRUMENT, record.lsm().id())
                .orElseThrow();
    }

    UUID objective() {
        return record.confocal().components().get(0).id();
    }

    Instrument second() {
        Instrument second = record.instrument("lsm-2", "LSM 2");
        store.instruments().add(second, List.of(), "Ada Müller");
        return second;
    }

    Attachment attach(String name, String content) {
        try {
            Path file = Files.writeString(record.data().resolveSibling(name), content, StandardCharsets.UTF_8);
            ContentHash hash = ContentHash.of(file);
            Attachment attachment = new Attachment(
                    record.ids().get(),
                    record.lsm().id(),
                    new Attachment.Content(Attachment.Kind.DOCUMENT, name, "text/plain", hash.sha256(), hash.bytes()),
                    "as handed over",
                    new Entered("Ada Müller", LATER, ZoneId.of("Europe/Berlin"), ""));
            store.instruments().registry().attach(attachment, file);
            return attachment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One change of every kind. */
    void addAll() {
        upkeep().edit(
                        lsm(1),
                        fields().with(Fields.NOTES, "Door code 4711"),
                        Optional.empty(),
                        by("Ada Müller", "noted"));
        upkeep().move(objective(), Move.Place.off(Move.Standing.STORED), LATER, by("Ada Müller", "to be cleaned"));
        upkeep().install(
                        new Installation.Host(record.lsm().id(), Optional.empty()),
                        new Installation.Release(Installation.Kind.SOFTWARE, "ZEN", "3.8"),
                        SampleRecord.NOW,
                        by("Ada Müller", ""));
        Attachment manual = attach("manual.txt", "Switch on. Wait an hour.");
        attach("old.txt", "Switch on.");
        store.instruments()
                .registry()
                .detach(
                        manual.id(),
                        record.ids().get(),
                        new Entered("Ada Müller", LATER, ZoneId.of("Europe/Berlin"), "outdated"));
    }
}
