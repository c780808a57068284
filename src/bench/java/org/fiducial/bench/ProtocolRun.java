package org.fiducial.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.image.ImageFiles;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.ItemTable;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.ProtocolModule;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.ResultDocument;
import org.fiducial.metrology.psf.PsfModule;

/** The whole protocol as a command without report runs it: from a file to its judged result. */
final class ProtocolRun {

    private final ProtocolDefinition definition = ProtocolFile.load("psf-beads", "1.0");
    private final ProtocolModule module = new PsfModule(
            definition, new SoftwareReference("Fiducial benchmark", "0", "unknown"), new ImageFiles(List.of()));

    /** The result of a file with parameters as a user gives them. */
    AnalysisResult analyse(Path file, Map<String, String> given) {
        List<Parameter> parameters = new ArrayList<>();
        given.forEach((name, value) -> parameters.add(definition.parse(name, value, Origin.GIVEN)));
        Inputs inputs = Inputs.of(List.of(file), task -> new Thread(task).start());
        return module.analyse(inputs, definition.defaults().with(parameters), Progress.unwatched());
    }

    /** The bytes a command writes without a report. */
    static int written(AnalysisResult result) {
        return ResultDocument.write(result, List.of()).length + ItemTable.write(result.items()).length;
    }

    /** The worst verdict by the default limits. */
    VerdictLevel overall(AnalysisResult result) {
        return LimitSet.defaultsOf(definition).judge(result).overall();
    }

    /** The verdicts that are no pass. */
    List<Verdict> notPassed(AnalysisResult result) {
        return LimitSet.defaultsOf(definition).judge(result).verdicts().stream()
                .filter(verdict -> verdict.level() != VerdictLevel.PASS)
                .toList();
    }
}
