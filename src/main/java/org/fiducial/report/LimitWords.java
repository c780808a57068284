package org.fiducial.report;

import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.MetricDefinition;

/** A limit in one sentence, for who is about to measure. */
public final class LimitWords {

    private LimitWords() {}

    /** What passes, and what fails; empty where nothing is limited. */
    public static String of(MetricDefinition metric, DefaultLimit limit, Texts texts) {
        Optional<String> fine = bounds(metric, limit.warning(), texts);
        Optional<String> usable = bounds(metric, limit.fail(), texts);
        if (fine.isPresent() && usable.isPresent()) {
            return texts.text("entry.limits.both", fine.get(), usable.get());
        }
        return fine.or(() -> usable)
                .map(words -> texts.text("entry.limits", words))
                .orElse("");
    }

    private static Optional<String> bounds(MetricDefinition metric, Bounds bounds, Texts texts) {
        OptionalDouble low = bounds.low();
        OptionalDouble high = bounds.high();
        if (low.isEmpty() && high.isEmpty()) {
            return Optional.empty();
        }
        if (!metric.levels().isEmpty()) {
            return Optional.of(LevelWords.of(metric, bounds, texts));
        }
        String sign =
                metric.unit().sign().isEmpty() ? "" : "\u00a0" + metric.unit().sign();
        if (low.isPresent() && high.isPresent()) {
            return Optional.of(texts.text("limit.between", number(low), number(high) + sign));
        }
        return Optional.of(
                high.isPresent()
                        ? texts.text("limit.most", number(high) + sign)
                        : texts.text("limit.least", number(low) + sign));
    }

    private static String number(OptionalDouble value) {
        return NumberText.bare(value.orElseThrow());
    }
}
