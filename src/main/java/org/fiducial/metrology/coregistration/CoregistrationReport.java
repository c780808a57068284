package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Provenance.ModuleReference;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.Remark;

/** Writes what was found as an analysis result: the pairs with the reference channel first, then the others. */
final class CoregistrationReport {

    private final ProtocolDefinition protocol;
    private final ModuleReference module;
    private final SoftwareReference software;

    CoregistrationReport(ProtocolDefinition protocol, ModuleReference module, SoftwareReference software) {
        this.protocol = protocol;
        this.module = module;
        this.software = software;
    }

    AnalysisResult of(Acquisition acquisition, Inputs inputs) {
        List<PairResult> withReference = pairs(acquisition, true);
        List<PairResult> others = pairs(acquisition, false);
        List<PairResult> all = new ArrayList<>(withReference);
        all.addAll(others);
        List<Measurement> measurements = all.stream()
                .flatMap(pair -> new PairMeasurements(protocol, pair).all().stream())
                .toList();
        List<Remark> remarks = new ArrayList<>(acquisition.remarks());
        remarks.addAll(new PairRemarks(acquisition).all(withReference));
        List<InputFile> identified = inputs.identified(acquisition.facts());
        List<String> names = identified.stream().map(InputFile::name).toList();
        return new AnalysisResult(
                new Provenance(
                        protocol.reference(),
                        module,
                        software,
                        identified,
                        acquisition.parameters().all()),
                measurements,
                new BeadItems(acquisition, withReference, names).all(),
                remarks,
                new CoregistrationFigures(acquisition, withReference, others).all());
    }

    private static List<PairResult> pairs(Acquisition acquisition, boolean withReference) {
        int reference = acquisition.field().reference();
        int channels = acquisition.field().channels();
        List<PairResult> pairs = new ArrayList<>();
        for (int a = 1; a <= channels; a++) {
            for (int b = a + 1; b <= channels; b++) {
                boolean has = a == reference || b == reference;
                if (has && withReference) {
                    pairs.add(PairResult.of(reference, a == reference ? b : a, acquisition));
                }
                if (!has && !withReference) {
                    pairs.add(PairResult.of(a, b, acquisition));
                }
            }
        }
        return pairs;
    }
}
