package org.fiducial.web.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Registration;
import org.fiducial.facility.instrument.Registry;

/**
 * The instruments of the record. What is asked of them again and again - which there are, their light paths today and on a
 * day, the parts on them - is kept until something is added of them.
 */
final class KeptInstruments implements Instruments {

    private final Instruments record;
    private final Derived<List<Facility>> facilities;
    private final Derived<Known> known;
    private final Derived<Map<UUID, LocalDate>> retired;
    private final Registry registry;
    private final PerInstrument<Life> lives;
    /** A light path stays with its instrument. */
    private final Map<UUID, UUID> owners = new ConcurrentHashMap<>();

    /** All instruments by name, and each by its address and id. */
    private record Known(
            List<Instrument> all,
            List<Instrument> inService,
            Map<String, Instrument> bySlug,
            Map<UUID, Instrument> byId) {

        static Known of(List<Instrument> all, Set<UUID> out) {
            return new Known(
                    List.copyOf(all),
                    all.stream().filter(each -> !out.contains(each.id())).toList(),
                    all.stream().collect(Collectors.toMap(Instrument::slug, Function.identity())),
                    all.stream().collect(Collectors.toMap(Instrument::id, Function.identity())));
        }
    }

    /** What an instrument was made of, from each time on at which that changed. */
    private final class Life {

        private final UUID id;
        private final List<Instant> turns;
        private final List<Configuration> today;
        private final Map<Long, List<Configuration>> paths = new ConcurrentHashMap<>();
        private final Map<Long, List<Located>> parts = new ConcurrentHashMap<>();

        Life(UUID id) {
            this.id = id;
            this.turns = record.turns(id);
            this.today = record.configurations(id);
        }

        private long stretch(Instant at) {
            return turns.stream().filter(turn -> !turn.isAfter(at)).count();
        }

        List<Configuration> paths(Instant at) {
            return paths.computeIfAbsent(stretch(at), unused -> record.configurations(id, at));
        }

        List<Located> parts(Instant at) {
            return parts.computeIfAbsent(
                    stretch(at), unused -> record.registry().componentsOf(id, at));
        }
    }

    KeptInstruments(Instruments record, Growth growth) {
        this.record = record;
        this.facilities = kept(growth, record::facilities);
        this.known = kept(
                growth,
                () -> Known.of(record.all(), record.registry().decommissioned().keySet()));
        this.retired = kept(growth, record::retired);
        this.registry = new KeptRegistry(record.registry(), growth);
        this.lives = new PerInstrument<>(growth, Life::new);
    }

    static <T> Derived<T> kept(Growth growth, Supplier<T> reading) {
        return new Derived<>(growth, new Derived.Making<>() {
            @Override
            public T all() {
                return reading.get();
            }

            @Override
            public T renewed(T before, Set<UUID> touched) {
                return touched.isEmpty() ? before : reading.get();
            }
        });
    }

    @Override
    public <T> T provided(Runnable holds, Supplier<T> work) {
        return record.provided(holds, work);
    }

    @Override
    public Optional<Facility> home() {
        return facilities().stream()
                .filter(each -> each.kind() == Facility.Kind.HOME)
                .findFirst();
    }

    @Override
    public List<Facility> facilities() {
        return facilities.value();
    }

    @Override
    public void add(Facility facility) {
        record.add(facility);
    }

    @Override
    public void add(Instrument instrument, List<Configuration> configurations) {
        record.add(instrument, configurations);
    }

    @Override
    public void add(Instrument instrument, List<Configuration> configurations, String by) {
        record.add(instrument, configurations, by);
    }

    @Override
    public void add(Registration registration) {
        record.add(registration);
    }

    @Override
    public Registry registry() {
        return registry;
    }

    @Override
    public List<Instrument> all() {
        return known.value().all();
    }

    @Override
    public List<Instrument> inService() {
        return known.value().inService();
    }

    @Override
    public Optional<Instrument> instrument(UUID id) {
        return Optional.ofNullable(known.value().byId().get(id));
    }

    @Override
    public Optional<Instrument> bySlug(String slug) {
        return Optional.ofNullable(known.value().bySlug().get(slug));
    }

    @Override
    public Map<UUID, LocalDate> retired() {
        return retired.value();
    }

    @Override
    public List<Configuration> configurations(UUID instrumentId) {
        return lives.of(instrumentId).today;
    }

    @Override
    public List<Configuration> configurations(UUID instrumentId, Instant at) {
        return lives.of(instrumentId).paths(at);
    }

    @Override
    public List<Instant> turns(UUID instrumentId) {
        return lives.of(instrumentId).turns;
    }

    /** The components that were on an instrument at a time, by kind and name. */
    List<Located> componentsOf(UUID instrumentId, Instant at) {
        return lives.of(instrumentId).parts(at);
    }

    @Override
    public Optional<Configuration> configuration(UUID configurationId) {
        UUID owner = owners.get(configurationId);
        if (owner == null) {
            Optional<Configuration> found = record.configuration(configurationId);
            found.ifPresent(path -> owners.put(path.id(), path.instrumentId()));
            return found;
        }
        return configurations(owner).stream()
                .filter(path -> path.id().equals(configurationId))
                .findFirst();
    }
}
