package org.fiducial.metrology.power;

import java.util.List;
import java.util.Map;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Value;

/**
 * Everything read and judged.
 *
 * @param parameters used, of all files
 * @param series in the order of the files
 * @param unread rows that are no readings
 * @param facts of each file
 * @param remarks on the files and their meter
 * @param sidecars files beside the logs that decided how they were read
 */
record PowerAcquisition(
        Parameters parameters,
        List<SeriesResult> series,
        Unread unread,
        List<Map<String, Value>> facts,
        List<Remark> remarks,
        List<Sidecar> sidecars) {

    PowerAcquisition {
        series = List.copyOf(series);
        facts = List.copyOf(facts);
        remarks = List.copyOf(remarks);
        sidecars = List.copyOf(sidecars);
    }

    SetPointKind setPointKind() {
        return SetPointKind.of(parameters);
    }
}
