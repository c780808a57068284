package org.fiducial.facility.judgement;

import java.math.BigDecimal;
import java.util.Optional;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.quantity.Quantity;

/**
 * Judges by a limit the facility set. Each sentence names the decision rule.
 *
 * @param version what the limit is part of
 * @param limit the limit
 */
record OwnRuling(LimitVersion version, OwnLimit limit) {

    /**
     * The verdict on a value.
     *
     * @param proposed the limit of the protocol it stands for; says by which definitions a value is judged
     */
    Verdict on(DefaultLimit proposed, MeasurementKey key, Finding.Evaluated evaluated) {
        Optional<Quantity> reference = version.reference(limit, key)
                .map(number -> new Quantity(number, evaluated.value().unit()));
        if (reference.isEmpty()) {
            return new Verdict(
                    key,
                    VerdictLevel.NOT_EVALUATED,
                    proposed,
                    "The " + version.terms().baseline().orElseThrow().name() + " holds no such value; make a new one of"
                            + " checks that have it.");
        }
        Tolerance bounds = limit.tolerance().around(reference.orElseThrow().value());
        DefaultLimit inForce = new DefaultLimit(
                limit.metric(),
                limit.statistic(),
                proposed.formulas(),
                bounds.warning(),
                bounds.fail(),
                because(reference.orElseThrow()),
                proposed.whereMeasured(),
                proposed.where());
        return ruled(LimitSet.judged(inForce, key, evaluated.value()), evaluated);
    }

    private String because(Quantity reference) {
        String relative =
                switch (limit.tolerance().kind()) {
                    case ABSOLUTE -> "";
                    case PERCENT_OF_THEORY -> "In per cent of theory. ";
                    case PERCENT_OF_BASELINE ->
                        "In per cent of " + Wording.plain(reference) + ", "
                                + version.terms().baseline().orElseThrow().name() + ". ";
                };
        String by =
                version.entry().by().isBlank() ? "" : " by " + version.entry().by();
        return relative + "Set" + by + ": " + version.entry().reason();
    }

    private Verdict ruled(Verdict simple, Finding.Evaluated evaluated) {
        if (limit.rule() == DecisionRule.SIMPLE) {
            return with(simple, simple.level(), "Rule: simple acceptance.");
        }
        if (simple.level() == VerdictLevel.FAIL) {
            return with(simple, simple.level(), "Rule: guarded acceptance.");
        }
        Optional<Uncertainty> uncertainty = evaluated.uncertainty();
        if (uncertainty.isEmpty()) {
            return with(
                    simple,
                    VerdictLevel.WARNING,
                    "Not proven: guarded acceptance needs an uncertainty, and the value states none.");
        }
        Quantity value = evaluated.value();
        BigDecimal expanded = BigDecimal.valueOf(uncertainty.orElseThrow().standard())
                .multiply(BigDecimal.valueOf(DecisionRule.COVERAGE_FACTOR));
        String said = "U = " + DecisionRule.COVERAGE_FACTOR + " u = "
                + Wording.plain(new Quantity(expanded.doubleValue(), value.unit()));
        if (!isInside(simple.limit().fail(), BigDecimal.valueOf(value.value()), expanded)) {
            return with(
                    simple,
                    VerdictLevel.WARNING,
                    "Not proven: its interval of " + said
                            + " reaches beyond the fail limit. Rule: guarded acceptance.");
        }
        return with(simple, simple.level(), "Rule: guarded acceptance, " + said + ".");
    }

    /** Whether value ± U lies inside the bounds or on them, reckoned in decimal. */
    private static boolean isInside(Bounds bounds, BigDecimal value, BigDecimal expanded) {
        boolean above = bounds.low().isEmpty()
                || value.subtract(expanded)
                                .compareTo(BigDecimal.valueOf(bounds.low().getAsDouble()))
                        >= 0;
        boolean below = bounds.high().isEmpty()
                || value.add(expanded)
                                .compareTo(BigDecimal.valueOf(bounds.high().getAsDouble()))
                        <= 0;
        return above && below;
    }

    private static Verdict with(Verdict verdict, VerdictLevel level, String sentence) {
        return new Verdict(verdict.key(), level, verdict.limit(), verdict.because() + " " + sentence);
    }
}
