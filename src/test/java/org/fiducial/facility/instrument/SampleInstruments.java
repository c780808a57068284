package org.fiducial.facility.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The instruments of one facility, in memory. */
public class SampleInstruments implements Instruments {

    private final Facility home;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Configuration> configurations = new ArrayList<>();
    private final Map<UUID, LocalDate> retired = new HashMap<>();

    public SampleInstruments(Facility home) {
        this.home = home;
    }

    /** Nobody uses a light path any more. */
    public final void retire(UUID configuration, LocalDate day) {
        retired.put(configuration, day);
    }

    @Override
    public final Optional<Facility> home() {
        return Optional.of(home);
    }

    @Override
    public final List<Facility> facilities() {
        return List.of(home);
    }

    @Override
    public final void add(Facility facility) {
        throw new UnsupportedOperationException("there is one facility, and it is there");
    }

    @Override
    public final void add(Instrument instrument, List<Configuration> paths) {
        instruments.add(instrument);
        configurations.addAll(paths);
    }

    @Override
    public List<Instrument> all() {
        return List.copyOf(instruments);
    }

    @Override
    public final Optional<Instrument> bySlug(String slug) {
        return instruments.stream().filter(each -> each.slug().equals(slug)).findFirst();
    }

    @Override
    public final Map<UUID, LocalDate> retired() {
        return Map.copyOf(retired);
    }

    @Override
    public final List<Configuration> configurations(UUID instrumentId) {
        return configurations.stream()
                .filter(each -> each.instrumentId().equals(instrumentId))
                .toList();
    }

    @Override
    public final Optional<Configuration> configuration(UUID configurationId) {
        return configurations.stream()
                .filter(each -> each.id().equals(configurationId))
                .findFirst();
    }
}
