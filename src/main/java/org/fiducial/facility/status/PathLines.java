package org.fiducial.facility.status;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.MeasurementKey;

/**
 * The lines of a light path. One check of a light source judges all its lines, and what it found of another line says nothing
 * of this light path.
 *
 * @param nm wavelengths in nm, as qualifiers write them; none where the light path has no line or nobody knows one of them
 */
public record PathLines(Set<String> nm) {

    private static final String LINE = "line_nm";
    private static final List<String> PROPERTIES = List.of("wavelength", "excitation");
    private static final Pattern WAVELENGTH = Pattern.compile("(?<![0-9.])([0-9]{3,4})\\s?nm");

    public PathLines {
        nm = Set.copyOf(nm);
    }

    /** Those of a light path, as the registry has them, else as they are called. */
    public static PathLines of(Configuration path) {
        Set<String> lines = new HashSet<>();
        for (Component part : path.components()) {
            if (part.kind() == Component.Kind.LINE) {
                Optional<String> line = wavelength(part);
                if (line.isEmpty()) {
                    return new PathLines(Set.of());
                }
                lines.add(line.get());
            }
        }
        return new PathLines(lines);
    }

    private static Optional<String> wavelength(Component line) {
        return Stream.concat(
                        PROPERTIES.stream()
                                .flatMap(name ->
                                        Stream.ofNullable(line.properties().get(name))),
                        Stream.of(line.name()))
                .map(WAVELENGTH::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** Whether a number may say something of the light path: one of another line does not. */
    public boolean concern(MeasurementKey key) {
        String line = key.qualifiers().get(LINE);
        return line == null || nm.isEmpty() || nm.contains(line);
    }

    /**
     * A check as far as it concerns these lines: by the verdicts on them and on what is of no line. Where it judged none of
     * them, as it is.
     */
    CheckSummary part(CheckSummary whole, List<Verdict> verdicts) {
        List<VerdictLevel> levels = verdicts.stream()
                .filter(verdict -> concern(verdict.key()))
                .map(Verdict::level)
                .toList();
        return levels.isEmpty() ? whole : whole.judged(VerdictLevel.worst(levels));
    }
}
