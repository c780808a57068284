package org.fiducial.facility.publication;

import java.util.Set;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.publication.Publicity.Field;

/**
 * An instrument strangers may know of.
 *
 * @param instrument all of it: show what {@link #shows} allows
 * @param token its name in public addresses
 * @param fields what may be shown
 * @param contact how to reach somebody; empty where that is not public or not said
 */
public record PublishedInstrument(Instrument instrument, String token, Set<Field> fields, String contact) {

    public PublishedInstrument {
        fields = Set.copyOf(fields);
    }

    /** Whether something may be shown. */
    public boolean shows(Field field) {
        return fields.contains(field);
    }

    /** Maker and model; empty where that is not public. */
    public String make() {
        return shows(Field.MAKE) ? instrument.make().title() : "";
    }

    /** The address of its public page. */
    public String address() {
        return "/published/" + token;
    }
}
