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
 * @param unreadable rows that are no readings
 * @param facts of each file
 * @param remarks on the files and their meter
 */
record PowerAcquisition(
        Parameters parameters,
        List<SeriesResult> series,
        List<UnreadableReading> unreadable,
        List<Map<String, Value>> facts,
        List<Remark> remarks) {

    PowerAcquisition {
        series = List.copyOf(series);
        unreadable = List.copyOf(unreadable);
        facts = List.copyOf(facts);
        remarks = List.copyOf(remarks);
    }

    SetPointKind setPointKind() {
        return SetPointKind.of(parameters);
    }
}
