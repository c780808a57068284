package org.fiducial.metrology.field;

import java.util.List;
import java.util.Map;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Value;

/**
 * What was read from the files of an acquisition and measured.
 *
 * @param parameters with what the first file says
 * @param facts of each file, in the order given
 * @param channels measured
 * @param remarks of reading
 */
record FieldAcquisition(
        Parameters parameters, List<Map<String, Value>> facts, List<FieldChannel> channels, List<Remark> remarks) {}
