package org.fiducial.facility.methods;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Make;

/**
 * What the registry says of a part, as far as a methods section asks for it.
 *
 * @param name what the facility calls it
 * @param make who made it; its serial number is no matter of it
 * @param properties by their names, in the order they are read
 */
public record RegistryEntry(Component.Kind kind, String name, Make make, Map<String, Value> properties) {

    /** The parts of a light path, in the order of the light. */
    public static List<RegistryEntry> of(Setup setup) {
        return setup.parts().stream().map(RegistryEntry::of).toList();
    }

    private static RegistryEntry of(Component component) {
        Hardware.Part part = Hardware.part(component);
        Map<String, Value> told = new LinkedHashMap<>();
        Hardware.TOLD.forEach(name -> part.property(name).ifPresent(value -> told.put(name, value)));
        return new RegistryEntry(component.kind(), part.name(), part.make(), told);
    }
}
