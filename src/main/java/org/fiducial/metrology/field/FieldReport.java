package org.fiducial.metrology.field;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Provenance.ModuleReference;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.Remark;

/** Writes what was found as an analysis result. */
final class FieldReport {

    private final ProtocolDefinition protocol;
    private final ModuleReference module;
    private final SoftwareReference software;

    FieldReport(ProtocolDefinition protocol, ModuleReference module, SoftwareReference software) {
        this.protocol = protocol;
        this.module = module;
        this.software = software;
    }

    AnalysisResult of(FieldAcquisition acquisition, Inputs inputs) {
        List<InputFile> identified = inputs.identified(acquisition.facts());
        List<Measurement> measurements = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>(acquisition.remarks());
        List<Figure> figures = new ArrayList<>();
        String input = identified.get(0).name();
        for (FieldChannel channel : acquisition.channels()) {
            measurements.addAll(new FieldMeasurements(protocol, channel).all());
            items.addAll(new FieldItems(channel, input).all());
            remarks.addAll(new FieldRemarks(channel).all());
            figures.addAll(new FieldFigures(channel, acquisition.parameters()).all());
        }
        return new AnalysisResult(
                new Provenance(
                        protocol.reference(),
                        module,
                        software,
                        identified,
                        acquisition.parameters().all()),
                measurements,
                items,
                remarks,
                figures);
    }
}
