package org.fiducial.facility.coverage;

import java.util.List;
import java.util.Set;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.status.ProtocolValidity;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.MicroscopePart;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * A protocol whose absence is worth a word where it was never done.
 *
 * @param protocol the protocol
 * @param speaksFor what its judged metrics speak for
 */
record Wanted(ProtocolReference protocol, Set<MicroscopePart> speaksFor) {

    private static final String SECOND_CHANNEL = ".2";

    Wanted {
        speaksFor = Set.copyOf(speaksFor);
    }

    /**
     * The protocols of a catalogue that are in use and analysed from files. What is entered by hand, such as the hours of a
     * lamp, concerns some instruments only; it counts where it was ever done.
     */
    static List<Wanted> of(Catalogue catalogue) {
        return catalogue.current().stream()
                .filter(definition -> definition.form().isEmpty())
                .map(Wanted::of)
                .toList();
    }

    private static Wanted of(ProtocolDefinition definition) {
        return new Wanted(definition.reference(), ProtocolValidity.parts(definition));
    }

    /** Whether it speaks for something of a light path; for a pair of channels where it has two. */
    boolean speaksFor(Configuration path) {
        return speaksFor.contains(MicroscopePart.CHANNEL_PAIR)
                ? hasChannels(path)
                : !parts(path).isEmpty();
    }

    /** The components of a light path it speaks for; none where it speaks for a pair of channels. */
    List<Component> parts(Configuration path) {
        if (speaksFor.contains(MicroscopePart.CHANNEL_PAIR)) {
            return List.of();
        }
        return path.components().stream()
                .filter(part -> speaksFor.stream()
                        .anyMatch(each -> ProtocolValidity.kinds(each).contains(part.kind())))
                .toList();
    }

    private static boolean hasChannels(Configuration path) {
        return several(path, Component.Kind.LINE)
                || several(path, Component.Kind.DETECTOR)
                || path.registry().keySet().stream().anyMatch(name -> name.endsWith(SECOND_CHANNEL));
    }

    private static boolean several(Configuration path, Component.Kind kind) {
        return path.components().stream().filter(part -> part.kind() == kind).count() > 1;
    }
}
