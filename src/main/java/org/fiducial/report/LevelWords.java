package org.fiducial.report;

import java.util.List;
import java.util.stream.IntStream;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.MetricDefinition;

/** Bounds of a metric whose numbers stand for words. */
public final class LevelWords {

    private LevelWords() {}

    /** The words within bounds, or that there are none. */
    public static String of(MetricDefinition metric, Bounds bounds, Texts texts) {
        if (bounds.low().isEmpty() && bounds.high().isEmpty()) {
            return texts.text("limit.none");
        }
        List<String> within = IntStream.range(0, metric.levels().size())
                .filter(bounds::contain)
                .mapToObj(metric.levels()::get)
                .map(texts::named)
                .toList();
        return String.join(", ", within);
    }
}
