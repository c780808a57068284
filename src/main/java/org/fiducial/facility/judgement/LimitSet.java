package org.fiducial.facility.judgement;

import java.util.List;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.ProtocolDefinition;

/**
 * An immutable version of limits.
 *
 * @param version names it, for instance {@code psf-beads@1.0 defaults}
 * @param limits one for each metric judged
 */
public record LimitSet(String version, List<DefaultLimit> limits) {

    public LimitSet {
        limits = List.copyOf(limits);
    }

    /** The limits a protocol proposes. */
    public static LimitSet defaultsOf(ProtocolDefinition protocol) {
        return new LimitSet(protocol.reference() + " defaults", protocol.limits());
    }

    /** Judges every measurement of a result that a limit speaks of, in the order of the limits and the channels. */
    public Judgement judge(AnalysisResult result) {
        List<Verdict> verdicts = limits.stream()
                .flatMap(limit -> result.measurements().stream()
                        .filter(measurement -> speaksOf(limit, measurement.key()))
                        .map(measurement -> verdict(limit, measurement)))
                .toList();
        return new Judgement(version, verdicts);
    }

    private static boolean speaksOf(DefaultLimit limit, MeasurementKey key) {
        return limit.metric().equals(key.metric()) && limit.statistic() == key.statistic();
    }

    private static Verdict verdict(DefaultLimit limit, Measurement measurement) {
        if (measurement.finding() instanceof Finding.NotEvaluated notEvaluated) {
            return new Verdict(measurement.key(), VerdictLevel.NOT_EVALUATED, limit, notEvaluated.reason());
        }
        Finding.Evaluated evaluated = measurement.evaluated().orElseThrow();
        if (!limit.accepts(evaluated.formula())) {
            return new Verdict(
                    measurement.key(),
                    VerdictLevel.NOT_EVALUATED,
                    limit,
                    "The limit holds for values by '" + String.join("', '", limit.formulas()) + "', this one is by '"
                            + evaluated.formula().orElse("no stated formula") + "'.");
        }
        return judged(limit, measurement.key(), evaluated.value().value());
    }

    private static Verdict judged(DefaultLimit limit, MeasurementKey key, double value) {
        if (!limit.fail().contain(value)) {
            return new Verdict(key, VerdictLevel.FAIL, limit, Wording.outside(value, limit.fail()));
        }
        if (!limit.warning().contain(value)) {
            return new Verdict(key, VerdictLevel.WARNING, limit, Wording.outside(value, limit.warning()));
        }
        return new Verdict(key, VerdictLevel.PASS, limit, Wording.inside(value, limit.warning()));
    }
}
