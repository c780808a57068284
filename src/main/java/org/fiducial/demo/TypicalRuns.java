package org.fiducial.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;

/**
 * A typical run of each protocol, for those who read about it: one check of the demonstration, simulated and analysed by the
 * real module. The same build gives the same result.
 */
public final class TypicalRuns {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 1);
    private static final ZoneId ZONE = ZoneOffset.UTC;

    /** Which day of which microscope is typical, by protocol. */
    private static final Map<String, Day> DAYS = Map.of(
            "psf-beads", new Day("widefield", 370),
            "coregistration-beads", new Day("widefield", 366),
            "field-illumination", new Day("widefield", 533),
            "light-source-power", new Day("confocal", 428),
            "light-source-linearity", new Day("confocal", 400),
            "light-source-stability", new Day("confocal", 232));

    private final Catalogue catalogue;

    public TypicalRuns(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    private record Day(String microscope, int daysBeforeEnd) {}

    /** The result of the typical run of a protocol, if it has one; takes seconds. */
    public Optional<AnalysisResult> of(String protocol) {
        Optional<PlannedCheck> check = Optional.ofNullable(DAYS.get(protocol))
                .flatMap(day -> Story.read().checks().stream()
                        .filter(planned -> planned.task().protocol().equals(protocol)
                                && planned.microscope().slug().equals(day.microscope())
                                && planned.daysBeforeEnd() == day.daysBeforeEnd())
                        .findFirst());
        try {
            return check.isEmpty() ? Optional.empty() : Optional.of(analysed(check.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AnalysisResult analysed(PlannedCheck check) throws IOException {
        Path folder = Files.createTempDirectory("fiducial-typical-");
        try {
            Catalogue.Entry protocol = catalogue.require(check.task().protocol());
            Path file = FileSupply.file(check, LAST_DAY, ZONE, new StackAcquisition(), folder);
            try {
                return protocol.module()
                        .analyse(
                                Inputs.of(List.of(file), Runnable::run),
                                parameters(check, protocol.definition()),
                                Progress.unwatched());
            } finally {
                Files.delete(file);
            }
        } finally {
            Files.delete(folder);
        }
    }

    private static Parameters parameters(PlannedCheck check, ProtocolDefinition protocol) {
        List<Parameter> registry =
                check.microscope().registry(check.task().path(check.microscope())).entrySet().stream()
                        .filter(known -> protocol.parameter(known.getKey().replaceFirst("\\..*", ""))
                                .isPresent())
                        .map(known -> protocol.parse(known.getKey(), known.getValue(), Origin.REGISTRY))
                        .toList();
        List<Parameter> given = check.task().settings().entrySet().stream()
                .map(setting -> protocol.parse(setting.getKey(), setting.getValue(), Origin.GIVEN))
                .toList();
        return protocol.defaults().with(registry).with(given);
    }
}
