package org.fiducial.metrology.psf;

import java.util.List;
import java.util.Map;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Value;

/**
 * Everything read and measured from the files of one acquisition.
 *
 * @param parameters what was used, given before registry before file before default
 * @param facts of each file, in order
 * @param channels what was found, by channel
 * @param remarks what the files gave cause to say
 */
record Acquisition(
        Parameters parameters, List<Map<String, Value>> facts, List<ChannelResult> channels, List<Remark> remarks) {

    Acquisition {
        facts = List.copyOf(facts);
        channels = List.copyOf(channels);
        remarks = List.copyOf(remarks);
    }
}
