package org.fiducial.metrology.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All protocols that can be performed, each with the module that analyses it. */
public final class Catalogue {

    private final List<Entry> builtIn;
    private final Supplier<List<Entry>> own;

    /** The given entries; of several versions of a protocol the last is the current one. */
    public Catalogue(List<Entry> entries) {
        this(entries, List::of);
    }

    private Catalogue(List<Entry> entries, Supplier<List<Entry>> own) {
        this.builtIn = List.copyOf(entries);
        this.own = own;
    }

    /** These protocols and those a facility made itself, which may become more. */
    public Catalogue with(Supplier<List<Entry>> ofTheFacility) {
        return new Catalogue(builtIn, ofTheFacility);
    }

    /** Whether a protocol of an id travels with this program. */
    public boolean isBuiltIn(String id) {
        return builtIn.stream()
                .anyMatch(entry -> entry.definition().reference().id().equals(id));
    }

    /** Whether a protocol that travels with this program has a metric of this key. */
    public boolean measures(String metric) {
        return builtIn.stream()
                .anyMatch(entry -> entry.definition().metric(metric).isPresent());
    }

    private Stream<Entry> entries() {
        return Stream.concat(builtIn.stream(), own.get().stream());
    }

    /** A protocol version and the module that analyses it. */
    public record Entry(ProtocolDefinition definition, ProtocolModule module) {}

    /** The current version of every protocol, by id. */
    public List<ProtocolDefinition> current() {
        return known().stream().filter(definition -> !definition.isRetired()).toList();
    }

    /** The current version of each protocol, those retired too, by id. */
    public List<ProtocolDefinition> known() {
        return entries()
                .map(entry -> entry.definition().reference().id())
                .distinct()
                .map(id -> find(id).orElseThrow().definition())
                .sorted(Comparator.comparing(
                        definition -> definition.reference().id()))
                .toList();
    }

    /** The protocol of an id or {@code id@version}; without a version the current one. */
    public Optional<Entry> find(String name) {
        return entries()
                .filter(entry -> entry.definition().reference().id().equals(name)
                        || entry.definition().reference().toString().equals(name))
                .reduce((earlier, later) -> later);
    }

    /**
     * The protocol of an id or {@code id@version}.
     *
     * @throws UnusableInputException if there is none, naming those there are
     */
    public Entry require(String name) {
        return find(name)
                .orElseThrow(() -> new UnusableInputException("There is no protocol '" + name + "'; "
                        + Spelling.advice(
                                name,
                                current().stream()
                                        .map(definition ->
                                                definition.reference().id())
                                        .toList())
                        + "."));
    }

    /**
     * The protocol of an id, for something that is to begin: a check or a plan.
     *
     * @throws UnusableInputException if there is none, or it is out of use
     */
    public Entry requireInUse(String name) {
        Entry entry = require(name);
        ProtocolDefinition definition = entry.definition();
        if (definition.isRetired()) {
            String id = definition.reference().id();
            throw new UnusableInputException(
                    "The protocol '" + id + "' was taken out of use; take it back with 'fiducial" + " protocol restore "
                            + id + "' or on its page, or choose another.");
        }
        return entry;
    }

    /**
     * Refuses a property of an instrument that no protocol could use: one no protocol knows is a typing error, one with a
     * bad value would spoil every later check.
     *
     * @param name the name of a parameter, with its channel where it has one, for instance {@code emission.2}
     * @throws UnusableInputException naming what is wrong
     */
    public void requireProperty(String name, String value) {
        int dot = name.lastIndexOf('.');
        String bare = dot < 0 ? name : name.substring(0, dot);
        List<ProtocolDefinition> knowing = current().stream()
                .filter(protocol -> protocol.form().isEmpty())
                .filter(protocol -> protocol.parameter(bare).isPresent())
                .toList();
        if (knowing.isEmpty()) {
            throw new UnusableInputException("no protocol knows the property '" + name
                    + "'; properties carry the names of the protocols' parameters, for instance na, immersion or"
                    + " emission.");
        }
        knowing.forEach(protocol -> protocol.parse(name, value, Origin.REGISTRY));
    }
}
