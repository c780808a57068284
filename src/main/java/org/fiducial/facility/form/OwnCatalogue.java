package org.fiducial.facility.form;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolModule;
import org.fiducial.metrology.protocol.UnusableInputException;

/** The protocols a facility made itself, as a catalogue needs them; looks once a second whether one was added. */
public final class OwnCatalogue implements Supplier<List<Catalogue.Entry>>, OwnProtocols {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final OwnProtocols protocols;
    private final Function<ProtocolDefinition, ProtocolModule> modules;
    private final Clock clock;
    private volatile Known known = new Known(-1, Instant.MIN, List.of());

    /**
     * A view of the protocols of a record.
     *
     * @param modules the module that reads a protocol
     */
    public OwnCatalogue(OwnProtocols protocols, Function<ProtocolDefinition, ProtocolModule> modules, Clock clock) {
        this.protocols = protocols;
        this.modules = modules;
        this.clock = clock;
    }

    /** What was read, and when it was last known to hold. */
    private record Known(int count, Instant at, List<Catalogue.Entry> entries) {}

    @Override
    public List<Catalogue.Entry> get() {
        Instant now = clock.instant();
        Known last = known;
        if (last.count() >= 0 && now.isBefore(last.at().plus(FRESH)) && !now.isBefore(last.at())) {
            return last.entries();
        }
        int count = protocols.count();
        Known fresh = new Known(count, now, count == last.count() ? last.entries() : read());
        known = fresh;
        return fresh.entries();
    }

    /** What is added here is in the catalogue at once. */
    @Override
    public void add(OwnProtocol version) {
        protocols.add(version);
        known = new Known(-1, Instant.MIN, List.of());
    }

    @Override
    public List<OwnProtocol> all() {
        return protocols.all();
    }

    @Override
    public int count() {
        return protocols.count();
    }

    private List<Catalogue.Entry> read() {
        return protocols.all().stream()
                .flatMap(version -> entry(version).stream())
                .toList();
    }

    /** None where this program does not understand it: its checks keep what was said of them, only new ones cannot be made. */
    private Optional<Catalogue.Entry> entry(OwnProtocol version) {
        try {
            ProtocolDefinition definition = version.read();
            return Optional.of(new Catalogue.Entry(definition, modules.apply(definition)));
        } catch (UnusableInputException notUnderstoodByThisProgram) {
            return Optional.empty();
        }
    }
}
