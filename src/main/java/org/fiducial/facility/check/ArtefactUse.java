package org.fiducial.facility.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.UnusableInputException;

/** The artefact a check is measured with: what it gives to the analysis, and what is to be said of it. */
record ArtefactUse(Optional<Artefact> artefact) {

    /** The parameter that holds its slug. */
    static final String PARAMETER = "artefact";

    static ArtefactUse of(CheckRecorder.Evidence evidence) {
        return new ArtefactUse(evidence.tools().artefact());
    }

    /**
     * Its name, and its bead size and kind as far as the protocol asks for them.
     *
     * @throws UnusableInputException if the protocol needs no artefact
     */
    List<Parameter> parameters(ProtocolDefinition protocol) {
        List<Parameter> parameters = new ArrayList<>();
        artefact.ifPresent(known -> {
            if (protocol.parameter(PARAMETER).isEmpty()) {
                throw new UnusableInputException("Protocol " + protocol.reference()
                        + " measures without an artefact, but '" + known.slug() + "' was named; leave it away.");
            }
            add(parameters, protocol, PARAMETER, known.slug());
            known.diameter().ifPresent(diameter -> {
                add(parameters, protocol, "bead-diameter", diameter.nm() + "nm");
                diameter.uncertaintyNm()
                        .ifPresent(u ->
                                add(parameters, protocol, "bead-diameter-uncertainty", 100 * u / diameter.nm() + "%"));
            });
            known.kind().beadKind().ifPresent(kind -> add(parameters, protocol, "bead-kind", kind));
        });
        return parameters;
    }

    private static void add(List<Parameter> parameters, ProtocolDefinition protocol, String name, String value) {
        if (protocol.parameter(name).isPresent()) {
            parameters.add(protocol.parse(name, value, Origin.REGISTRY));
        }
    }

    /** The result with a remark where the artefact had expired when the data were acquired; that blocks nothing. */
    AnalysisResult remarked(AnalysisResult result, LocalDate day) {
        Optional<Remark> remark = artefact.filter(known -> known.standing(day) == Artefact.Standing.EXPIRED)
                .flatMap(known -> known.life().expires().map(last -> remark(known, last)));
        if (remark.isEmpty()) {
            return result;
        }
        List<Remark> remarks = new ArrayList<>(result.remarks());
        remarks.add(remark.get());
        return new AnalysisResult(
                result.provenance(), result.measurements(), result.items(), remarks, result.figures());
    }

    private static Remark remark(Artefact artefact, LocalDate last) {
        return new Remark(
                "ARTEFACT_EXPIRED",
                Remark.Severity.CAUTION,
                "Artefact '" + artefact.slug() + "' was good until " + last
                        + ", before this measurement; replace it, and compare the new one with it on one instrument.");
    }
}
