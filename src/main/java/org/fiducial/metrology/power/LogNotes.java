package org.fiducial.metrology.power;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** Collects what a log says besides its readings while it is read. */
final class LogNotes {

    private final Map<String, Value> facts = new LinkedHashMap<>();
    private final Set<Double> meterWavelengthsNm = new LinkedHashSet<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<Path> sidecars = new LinkedHashSet<>();

    /** A file beside the log that decides how it is read. */
    void sidecar(Path file) {
        sidecars.add(file);
    }

    void fact(String name, String text) {
        if (!text.isBlank()) {
            facts.putIfAbsent(name, new Value.Text(text.strip()));
        }
    }

    void fact(String name, long number) {
        facts.put(name, new Value.Numeric(new Quantity(number, Unit.ONE)));
    }

    /** The wavelength the meter was set to; where channels differ, none is said of the file. */
    void meterWavelength(double nm) {
        if (meterWavelengthsNm.add(nm) && meterWavelengthsNm.size() == 2) {
            caution(
                    "METER_WAVELENGTHS",
                    "The channels of the meter were set to different wavelengths (" + meterWavelengthsNm
                            + " nm); none of them was taken for the whole log.");
        }
    }

    void note(String code, String text) {
        remarks.add(new Remark(code, Remark.Severity.NOTE, text));
    }

    void caution(String code, String text) {
        remarks.add(new Remark(code, Remark.Severity.CAUTION, text));
    }

    PowerLog.Said said(Optional<LocalDateTime> startedAt) {
        List<Parameter> parameters = meterWavelengthsNm.size() == 1
                ? List.of(new Parameter(
                        ParameterName.of("meter-wavelength"),
                        new Value.Numeric(
                                new Quantity(meterWavelengthsNm.iterator().next(), Unit.NANOMETRE)),
                        Origin.FILE))
                : List.of();
        return new PowerLog.Said(startedAt, parameters, facts, List.copyOf(remarks), List.copyOf(sidecars));
    }
}
