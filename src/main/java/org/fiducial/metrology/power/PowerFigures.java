package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.ProtocolDefinition;

/** All pictures of a result, as values: those that show all lines first. */
final class PowerFigures {

    /** Series with pictures of their own. */
    private static final int MOST_SERIES = 16;

    private final ProtocolDefinition protocol;
    private final PowerAcquisition acquisition;

    PowerFigures(ProtocolDefinition protocol, PowerAcquisition acquisition) {
        this.protocol = protocol;
        this.acquisition = acquisition;
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        if (protocol.metric("power.linearity.r2").isPresent()) {
            figures.addAll(new LinearityFigures(acquisition).all());
            return figures;
        }
        List<SeriesResult> timed = acquisition.series().stream()
                .filter(series ->
                        series.statistics().isPresent() && series.sampling().isPresent())
                .toList();
        OverlaidLines.of(timed, acquisition.setPointKind()).ifPresent(figures::add);
        boolean stability = protocol.metric("power.drift").isPresent();
        int shown = Math.min(MOST_SERIES, timed.size());
        IntStream.range(0, shown)
                .mapToObj(i -> new SeriesFigures(timed.get(i), i + 1))
                .forEach(each -> figures.addAll(stability ? each.all() : List.of(each.overTime())));
        return figures;
    }
}
