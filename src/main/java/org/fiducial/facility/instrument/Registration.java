package org.fiducial.facility.instrument;

import java.util.List;

/**
 * An instrument with all that is known of it when it is added.
 *
 * @param configurations its light paths
 * @param arrivals its components that are part of no light path
 * @param changes what is known besides: further fields, and software
 * @param by who adds it; may be empty
 */
public record Registration(
        Instrument instrument,
        List<Configuration> configurations,
        List<Arrival> arrivals,
        List<RegistryChange> changes,
        String by) {

    /** A component and its coming to the instrument. */
    public record Arrival(Component component, Move first) {}

    public Registration {
        configurations = List.copyOf(configurations);
        arrivals = List.copyOf(arrivals);
        changes = List.copyOf(changes);
    }
}
