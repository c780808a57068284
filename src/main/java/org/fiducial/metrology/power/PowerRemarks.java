package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Remark.Severity;

/** What the reader should know of the series besides their numbers. */
final class PowerRemarks {

    private static final int FEWEST_SET_POINTS = 10;
    private static final int MOST_NAMED = 8;

    private final ProtocolDefinition protocol;
    private final PowerAcquisition acquisition;
    private final Map<Said, List<String>> said = new LinkedHashMap<>();

    private record Said(String code, Severity severity, String sentence) {}

    PowerRemarks(ProtocolDefinition protocol, PowerAcquisition acquisition) {
        this.protocol = protocol;
        this.acquisition = acquisition;
    }

    List<Remark> all() {
        if (protocol.metric("power.sampling").isPresent()) {
            acquisition.series().forEach(this::sampling);
        }
        acquisition.series().forEach(this::floor);
        RunGroup.of(acquisition.series()).stream().filter(RunGroup::repeated).forEach(this::repeats);
        if (protocol.metric("power.linearity.r2").isPresent()) {
            LineGroup.of(acquisition.series()).forEach(this::setPoints);
        }
        return said.entrySet().stream()
                .map(entry -> remark(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void say(String series, String code, Severity severity, String sentence) {
        said.computeIfAbsent(new Said(code, severity, sentence), each -> new ArrayList<>())
                .add(series);
    }

    /** What holds of several series is said once, with their names before it. */
    private static Remark remark(Said said, List<String> series) {
        List<String> named = series.stream().distinct().limit(MOST_NAMED).toList();
        long left = series.stream().distinct().count() - named.size();
        String names = String.join("; ", named) + (left > 0 ? "; and " + left + " more" : "");
        return new Remark(said.code(), said.severity(), Words.of(names, said.sentence()));
    }

    private void sampling(SeriesResult series) {
        Optional<Sampling> found = series.sampling();
        if (found.isEmpty()) {
            return;
        }
        Sampling sampling = found.get();
        StabilityTerm term = acquisition
                .parameters()
                .text("term", 1)
                .map(word -> StabilityTerm.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> StabilityTerm.of(sampling));
        String run = sampling.n() + " readings in " + Words.duration(sampling.durationS()) + ", one every "
                + Words.number(sampling.meanIntervalS()) + " s on average";
        String wanted =
                "the sampling of the " + term.words() + " run as quoted in NBO-Q v02-01 (" + term.wanted() + ")";
        if (term.metBy(sampling)) {
            say(series.title(), "SAMPLING_MET", Severity.NOTE, run + ", meets " + wanted + ".");
        } else {
            say(
                    series.title(),
                    "SAMPLING_DIFFERS",
                    Severity.NOTE,
                    run + ", differs from " + wanted
                            + "; compare its stability only with runs of the same number and interval.");
        }
    }

    /** Readings at the floor may be a source that went dark. */
    private void floor(SeriesResult series) {
        int below = series.judged().flags().count(ReadingCode.BELOW_FLOOR);
        if (below > 0) {
            say(
                    series.title(),
                    "BELOW_FLOOR",
                    Severity.CAUTION,
                    below + " of " + series.judged().flags().size()
                            + " readings lie at or below the floor of the meter and do not count; if the source went"
                            + " dark, that is the finding.");
        }
    }

    private void repeats(RunGroup group) {
        say(
                group.runs().get(0).name(),
                "RUNS_POOLED",
                Severity.NOTE,
                group.runs().size()
                        + " runs are pooled: a number without a run is the mean over them, the spread between"
                        + " them is part of its uncertainty.");
    }

    private void setPoints(LineGroup group) {
        PowerLinearity.of(group.series()).ifPresent(linearity -> {
            if (linearity.setPoints() < FEWEST_SET_POINTS) {
                say(
                        Words.series(group.key(), acquisition.setPointKind()),
                        "FEW_SET_POINTS",
                        Severity.NOTE,
                        "linearity rests on " + linearity.setPoints() + " set points; measure " + FEWEST_SET_POINTS
                                + " or more.");
            }
        });
    }
}
