package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Provenance.ModuleReference;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.Remark;

/** Writes what was found as an analysis result. */
final class PowerReport {

    private final ProtocolDefinition protocol;
    private final ModuleReference module;
    private final SoftwareReference software;

    PowerReport(ProtocolDefinition protocol, ModuleReference module, SoftwareReference software) {
        this.protocol = protocol;
        this.module = module;
        this.software = software;
    }

    AnalysisResult of(PowerAcquisition acquisition, Inputs inputs) {
        List<InputFile> withFacts = new ArrayList<>(inputs.identified(acquisition.facts()));
        ReadingItems items = new ReadingItems(
                acquisition, withFacts.stream().map(InputFile::name).toList());
        acquisition.sidecars().forEach(each -> withFacts.add(each.identified()));
        List<Remark> remarks = new ArrayList<>(acquisition.remarks());
        remarks.addAll(new PowerRemarks(protocol, acquisition).all());
        remarks.addAll(items.remarks());
        return new AnalysisResult(
                new Provenance(
                        protocol.reference(),
                        module,
                        software,
                        withFacts,
                        acquisition.parameters().all()),
                new PowerMeasurements(protocol, acquisition).all(),
                items.all(),
                remarks,
                new PowerFigures(protocol, acquisition).all());
    }
}
