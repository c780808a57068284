package org.fiducial.facility.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.ChangedMeanwhileException;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.Version;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * Changes what the registry holds of instruments, components and light paths. What touches an instrument itself – a part
 * moved or exchanged, software updated, the whole instrument moved – is entered as an event in the same breath, so that no
 * state stays established across it. What cannot be meant is refused with a sentence.
 */
public final class Upkeep {

    private final Instruments instruments;
    private final Events events;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final UpkeepEvents happenings;

    public Upkeep(Instruments instruments, Events events, Clock clock, Supplier<UUID> ids) {
        this.instruments = instruments;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
        this.happenings = new UpkeepEvents(instruments, ids);
    }

    /**
     * Who says so and why.
     *
     * @param by who; may be empty
     * @param reason why
     */
    public record Signature(String by, String reason) {}

    /**
     * What is to be changed.
     *
     * @param seen the number of the version the person saw
     */
    public record Subject(Version.Kind kind, UUID id, int seen) {}

    /**
     * Supersedes what is known of a thing.
     *
     * @param wish all its fields as they are to be
     * @param since when the thing itself was changed; empty where only what was written is corrected
     * @throws ChangedMeanwhileException if somebody else was faster
     * @throws UnusableInputException if it cannot be meant or lacks a reason
     */
    public Version edit(Subject subject, Fields wish, Optional<Instant> since, Signature signature) {
        Fields known = registry()
                .fields(subject.kind(), subject.id())
                .orElseThrow(() -> new IllegalArgumentException("nothing in the record has the id " + subject.id()));
        List<Version> versions = registry().versions(subject.id());
        int newest = versions.size() + 1;
        if (subject.seen() != newest) {
            throw new ChangedMeanwhileException(newest);
        }
        UpkeepRules.require(subject.kind(), wish);
        UpkeepRules.requireReason(signature);
        if (known.changesTo(wish).isEmpty()) {
            throw new UnusableInputException("Nothing differs from what is in the record; nothing was changed.");
        }
        since.ifPresent(at -> requireOrder(at, versions));
        Version version = new Version(
                new Version.Key(ids.get(), subject.kind(), subject.id(), newest + 1),
                since,
                known,
                wish,
                entered(signature, facilityOf(subject)));
        events.add(version, happenings.of(version));
        return version;
    }

    private void requireOrder(Instant at, List<Version> versions) {
        requirePast(at);
        versions.stream()
                .flatMap(version -> version.since().stream())
                .filter(earlier -> earlier.isAfter(at))
                .findFirst()
                .ifPresent(earlier -> {
                    throw new UnusableInputException("A later change, of " + earlier
                            + ", is in the record already; changes are entered in the order they happened.");
                });
    }

    /**
     * Refuses fields that cannot be meant.
     *
     * @throws UnusableInputException naming what is wrong
     */
    public static void require(Version.Kind kind, Fields fields) {
        UpkeepRules.require(kind, fields);
    }

    /**
     * Refuses a property no protocol could use and nobody would understand.
     *
     * @throws UnusableInputException naming what is wrong
     */
    public static void requireProperty(Catalogue protocols, String name, String value) {
        UpkeepRules.requireProperty(protocols, name, value);
    }

    /**
     * Adds a light path to an instrument.
     *
     * @throws UnusableInputException if it cannot be meant
     * @throws org.fiducial.facility.instrument.DuplicateSlugException if the instrument has one of this slug
     */
    public Configuration add(Configuration path, Signature signature) {
        UpkeepRules.require(Version.Kind.CONFIGURATION, Fields.of(path));
        UpkeepRules.requireShort(signature);
        registry().add(path, entered(signature, facility(path.instrumentId())));
        return path;
    }

    /**
     * Adds a component to an instrument. It is an exchange where the instrument was in the record and in service before.
     *
     * @param at since when it is there
     * @throws UnusableInputException if it cannot be meant
     */
    public Move add(Component component, UUID instrumentId, Instant at, Signature signature) {
        UpkeepRules.require(Version.Kind.COMPONENT, Fields.of(component));
        UpkeepRules.requireShort(signature);
        requirePast(at);
        Move first = new Move(
                ids.get(), component.id(), Move.Place.on(instrumentId), at, entered(signature, facility(instrumentId)));
        if (wasInService(instrumentId, at)) {
            events.add(component, first, List.of(happenings.ofArrival(component, instrumentId, first)));
        } else {
            registry().add(component, first);
        }
        return first;
    }

    private boolean wasInService(UUID instrumentId, Instant at) {
        return registry()
                        .added(instrumentId)
                        .filter(entered -> entered.at().isBefore(at))
                        .isPresent()
                && !registry().decommissioned().containsKey(instrumentId);
    }

    /**
     * Moves a component: onto another instrument, into the cupboard, or out of service. It is an exchange on the instrument it
     * leaves and on the one it comes to.
     *
     * @throws UnusableInputException if it cannot be meant or lacks a reason
     */
    public Move move(UUID componentId, Move.Place to, Instant at, Signature signature) {
        Located from = registry()
                .component(componentId)
                .orElseThrow(() -> new IllegalArgumentException("no component has the id " + componentId));
        UpkeepRules.requireReason(signature);
        requirePast(at);
        if (from.place().equals(to)) {
            throw new UnusableInputException(from.component().name() + " is there already; nothing was changed.");
        }
        if (from.since().filter(since -> !since.isBefore(at)).isPresent()) {
            throw new UnusableInputException(from.component().name() + " was moved later than that, on "
                    + from.since().orElseThrow() + "; moves are entered in the order they happened.");
        }
        requireOneFacility(from, to);
        Facility facility = facility(from.place().instrumentId().or(to::instrumentId));
        Entered entered = entered(signature, facility);
        Move move = new Move(ids.get(), componentId, to, at, entered);
        events.add(move, happenings.of(from, move));
        return move;
    }

    private void requireOneFacility(Located from, Move.Place to) {
        Set<UUID> facilities = new LinkedHashSet<>();
        from.place().instrumentId().ifPresent(id -> facilities.add(facility(id).id()));
        to.instrumentId().ifPresent(id -> facilities.add(facility(id).id()));
        if (facilities.size() > 1) {
            throw new UnusableInputException(from.component().name()
                    + " belongs to another facility than the instrument it is to move to; add it there as a new"
                    + " component.");
        }
    }

    /**
     * Enters what was installed. The first release of a product is what was found; a later one is an update, and an event.
     *
     * @throws UnusableInputException if it cannot be meant
     */
    public Installation install(Installation.Host host, Installation.Release release, Instant at, Signature signature) {
        UpkeepRules.require(release);
        UpkeepRules.requireShort(signature);
        requirePast(at);
        Optional<Installation> before = registry().installations(host.instrumentId()).stream()
                .filter(each -> each.release().isOf(release) && each.host().equals(host))
                .findFirst();
        if (before.filter(each -> each.release().number().equals(release.number()))
                .isPresent()) {
            throw new UnusableInputException(
                    release.name() + " " + release.number() + " is what runs already; nothing was changed.");
        }
        Installation installation =
                new Installation(ids.get(), host, release, at, entered(signature, facility(host.instrumentId())));
        events.add(
                installation,
                before.map(known -> happenings.event(
                                host.instrumentId(),
                                Event.Kind.SOFTWARE_UPDATE,
                                at,
                                new UpkeepEvents.What(
                                        release.name() + " " + known.release().number() + " → " + release.number()
                                                + (signature.reason().isBlank() ? "" : ": " + signature.reason()),
                                        host.componentId().map(List::of).orElse(List.of())),
                                installation.entered()))
                        .map(List::of)
                        .orElse(List.of()));
        return installation;
    }

    /**
     * Takes an instrument out of service from a day on. Its record stays.
     *
     * @param seen the number of the version the person saw
     */
    public Version decommission(UUID instrumentId, int seen, LocalDate day, Signature signature) {
        return standing(instrumentId, seen, day.toString(), signature);
    }

    /**
     * Takes an instrument back into service.
     *
     * @param seen the number of the version the person saw
     */
    public Version recommission(UUID instrumentId, int seen, Signature signature) {
        return standing(instrumentId, seen, "", signature);
    }

    /**
     * Retires a light path: it counts for no state and is asked for no more; what was checked in it stays.
     *
     * @param seen the number of the version the person saw
     * @param at when it was used no more
     */
    public Version retire(UUID pathId, int seen, Instant at, Signature signature) {
        Subject subject = new Subject(Version.Kind.CONFIGURATION, pathId, seen);
        String day = LocalDate.ofInstant(at, facilityOf(subject).zone()).toString();
        return edit(subject, path(pathId).with(Fields.RETIRED, day), Optional.of(at), signature);
    }

    /**
     * Takes a retired light path into use again.
     *
     * @param seen the number of the version the person saw
     */
    public Version reinstate(UUID pathId, int seen, Instant at, Signature signature) {
        return edit(
                new Subject(Version.Kind.CONFIGURATION, pathId, seen),
                path(pathId).with(Fields.RETIRED, ""),
                Optional.of(at),
                signature);
    }

    private Fields path(UUID id) {
        return registry()
                .fields(Version.Kind.CONFIGURATION, id)
                .orElseThrow(() -> new IllegalArgumentException("no light path has the id " + id));
    }

    private Version standing(UUID instrumentId, int seen, String day, Signature signature) {
        Fields known = registry()
                .fields(Version.Kind.INSTRUMENT, instrumentId)
                .orElseThrow(() -> new IllegalArgumentException("no instrument has the id " + instrumentId));
        return edit(
                new Subject(Version.Kind.INSTRUMENT, instrumentId, seen),
                known.with(Fields.DECOMMISSIONED, day),
                Optional.empty(),
                signature);
    }

    private void requirePast(Instant at) {
        if (at.isAfter(clock.instant())) {
            throw new UnusableInputException(
                    "The time given lies in the future; a change is entered when it has happened.");
        }
    }

    private Entered entered(Signature signature, Facility facility) {
        return new Entered(
                signature.by().strip(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                facility.zone(),
                signature.reason().strip());
    }

    private Facility facilityOf(Subject subject) {
        return switch (subject.kind()) {
            case INSTRUMENT -> facility(subject.id());
            case COMPONENT ->
                facility(registry().component(subject.id()).flatMap(each -> each.place()
                        .instrumentId()));
            case CONFIGURATION ->
                facility(instruments.configuration(subject.id()).map(Configuration::instrumentId));
        };
    }

    private Facility facility(Optional<UUID> instrumentId) {
        return instrumentId.map(this::facility).orElseGet(() -> instruments
                .home()
                .orElseThrow(() -> new IllegalStateException("a record with components has a home facility")));
    }

    private Facility facility(UUID instrumentId) {
        UUID id = instruments
                .instrument(instrumentId)
                .map(Instrument::facilityId)
                .orElseThrow(() -> new IllegalArgumentException("no instrument has the id " + instrumentId));
        return instruments.facilities().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an instrument is of a facility"));
    }

    /** The zone days are counted in at an instrument. */
    public ZoneId zone(UUID instrumentId) {
        return facility(instrumentId).zone();
    }

    private Registry registry() {
        return instruments.registry();
    }
}
