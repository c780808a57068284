package org.fiducial.facility.judgement;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.DefaultLimit.Condition;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.quantity.Quantity;

/**
 * An immutable version of limits.
 *
 * @param version names it, for instance {@code psf-beads@1.0 defaults}
 * @param limits one for each metric judged
 * @param own what the facility set, which stands before them
 */
public record LimitSet(String version, List<DefaultLimit> limits, Optional<LimitVersion> own) {

    private static final Bounds NONE = new Bounds(OptionalDouble.empty(), OptionalDouble.empty());

    public LimitSet {
        limits = List.copyOf(limits);
    }

    /** Limits as a protocol proposes them. */
    public LimitSet(String version, List<DefaultLimit> limits) {
        this(version, limits, Optional.empty());
    }

    /** The limits a protocol proposes, with what the facility set in place of them. */
    public static LimitSet of(ProtocolDefinition protocol, Optional<LimitVersion> own) {
        if (own.isEmpty()) {
            return defaultsOf(protocol);
        }
        LimitVersion version = own.orElseThrow();
        Stream<DefaultLimit> added = version.terms().limits().stream()
                .filter(limit -> protocol.limits().stream()
                        .noneMatch(
                                each -> each.metric().equals(limit.metric()) && each.statistic() == limit.statistic()))
                .map(limit -> new DefaultLimit(limit.metric(), limit.statistic(), List.of(), NONE, NONE, ""));
        return new LimitSet(
                version.name() + "; else " + defaultsOf(protocol.reference()),
                Stream.concat(protocol.limits().stream(), added).toList(),
                own);
    }

    /** The limits a protocol proposes. */
    public static LimitSet defaultsOf(ProtocolDefinition protocol) {
        return new LimitSet(defaultsOf(protocol.reference()), protocol.limits());
    }

    /** What the limits a protocol proposes are called. */
    public static String defaultsOf(ProtocolReference protocol) {
        return protocol + " defaults";
    }

    /**
     * Judges every measurement of a result that a limit speaks of, in the order of the limits and the channels. A limit
     * whose measurement the result lacks gives a verdict too: not evaluated; unless it speaks only where there is one. A
     * limit with a condition gives none for channels that do not meet it.
     */
    public Judgement judge(AnalysisResult result) {
        List<Verdict> verdicts =
                limits.stream().flatMap(limit -> verdicts(limit, result)).toList();
        return new Judgement(version, verdicts);
    }

    private Stream<Verdict> verdicts(DefaultLimit limit, AnalysisResult result) {
        List<Measurement> spokenOf = result.measurements().stream()
                .filter(measurement -> speaksOf(limit, measurement.key()))
                .toList();
        if (spokenOf.isEmpty()) {
            return limit.whereMeasured() ? Stream.empty() : Stream.of(missing(limit));
        }
        return spokenOf.stream()
                .filter(measurement -> !limit.whereMeasured() || accepts(limit, measurement))
                .filter(measurement -> limit.where()
                        .map(condition -> holds(condition, measurement.key(), result))
                        .orElse(true))
                .map(measurement -> verdict(limit, measurement));
    }

    private static boolean holds(Condition condition, MeasurementKey judged, AnalysisResult result) {
        return result.measurement(new MeasurementKey(
                        condition.metric(), judged.channel(), judged.qualifiers(), condition.statistic()))
                .flatMap(Measurement::evaluated)
                .map(evaluated -> condition.bounds().contain(evaluated.value().value()))
                .orElse(true);
    }

    private static Verdict missing(DefaultLimit limit) {
        return new Verdict(
                MeasurementKey.of(limit.metric(), 0, limit.statistic()),
                VerdictLevel.NOT_EVALUATED,
                limit,
                "The result has no " + limit.statistic().word() + " of " + limit.metric() + ".");
    }

    private static boolean speaksOf(DefaultLimit limit, MeasurementKey key) {
        return limit.metric().equals(key.metric()) && limit.statistic() == key.statistic();
    }

    /** Whether a measurement rests on a definition the limit holds for; one without a value is not known to. */
    private static boolean accepts(DefaultLimit limit, Measurement measurement) {
        return measurement
                .evaluated()
                .map(evaluated -> limit.accepts(evaluated.formula()))
                .orElse(true);
    }

    private Verdict verdict(DefaultLimit limit, Measurement measurement) {
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
        Optional<OwnLimit> mine = own.flatMap(version -> version.limit(limit.metric(), limit.statistic()));
        return mine.map(each -> new OwnRuling(own.orElseThrow(), each).on(limit, measurement.key(), evaluated))
                .orElseGet(() -> judged(limit, measurement.key(), evaluated.value()));
    }

    /** Simple acceptance: the value alone is compared; a value equal to a limit is inside. */
    static Verdict judged(DefaultLimit limit, MeasurementKey key, Quantity value) {
        if (!limit.fail().contain(value.value())) {
            return new Verdict(key, VerdictLevel.FAIL, limit, Wording.outside(value, limit.fail(), "limit"));
        }
        if (!limit.warning().contain(value.value())) {
            return new Verdict(
                    key, VerdictLevel.WARNING, limit, Wording.outside(value, limit.warning(), "warning limit"));
        }
        boolean warns =
                limit.warning().low().isPresent() || limit.warning().high().isPresent();
        return new Verdict(
                key, VerdictLevel.PASS, limit, Wording.inside(value, warns ? limit.warning() : limit.fail()));
    }
}
