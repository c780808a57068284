package org.fiducial.metrology.psf;

import java.util.List;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.ProtocolDefinition;

/** INTERIM. */
final class PsfFigures {
    PsfFigures(ProtocolDefinition protocol, List<ChannelResult> channels, List<String> names) {}

    List<Figure> all() {
        return List.of();
    }
}
