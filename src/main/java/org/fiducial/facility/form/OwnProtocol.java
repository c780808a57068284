package org.fiducial.facility.form;

import java.util.List;
import java.util.UUID;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * A version of a protocol a facility made itself. Never edited: a change is another version.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param facilityId the facility that made it
 * @param reference id and version
 * @param definition the text as it was written, see {@code schemas/form-protocol.schema.json}
 * @param pictures the pictures of its steps
 * @param entry by whom, when and why
 */
public record OwnProtocol(
        UUID id,
        UUID facilityId,
        ProtocolReference reference,
        String definition,
        List<StepPicture> pictures,
        Entry entry) {

    public OwnProtocol {
        pictures = List.copyOf(pictures);
    }

    /**
     * What its text says.
     *
     * @throws org.fiducial.metrology.protocol.UnusableInputException if this program does not understand it
     */
    public ProtocolDefinition read() {
        return ProtocolFile.form(reference.id() + ".yaml", definition, reference.version());
    }
}
