package org.fiducial.facility.judgement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * The limits a facility set for a protocol: an immutable version. Metrics it does not speak of keep the limits of the
 * protocol; one without any limit gives way to those of a wider scope.
 *
 * @param id version-7 UUID, ordered by the time of entry
 * @param subject for which protocol and where
 * @param number of the version, from 1
 * @param inForceFrom the first day it holds for, until a version with a higher number does
 * @param terms what it says
 * @param entry by whom, when and why
 */
public record LimitVersion(UUID id, Subject subject, int number, LocalDate inForceFrom, Terms terms, Entry entry) {

    private static final double AS_IN_THEORY = 1;

    /** A protocol and where the limits hold. */
    public record Subject(String protocolId, LimitScope scope) {}

    /**
     * What is said.
     *
     * @param limits one for each metric and statistic
     * @param baseline what percentages are of
     */
    public record Terms(List<OwnLimit> limits, Optional<Baseline> baseline) {

        public Terms {
            limits = List.copyOf(limits);
        }
    }

    public LimitVersion {
        Set<List<Object>> seen = new HashSet<>();
        for (OwnLimit limit : terms.limits()) {
            if (!seen.add(List.of(limit.metric(), limit.statistic()))) {
                throw new UnusableInputException("The " + limit.statistic().word() + " of " + limit.metric()
                        + " has two limits; give one, with a low and a high side where both matter.");
            }
            if (limit.tolerance().kind() == Tolerance.Kind.PERCENT_OF_BASELINE) {
                requireReference(subject, terms.baseline(), limit);
            }
        }
    }

    private static void requireReference(Subject subject, Optional<Baseline> baseline, OwnLimit limit) {
        Baseline reference = baseline.filter(each -> subject.scope().reach() == LimitScope.Reach.CONFIGURATION
                        && subject.scope().id().equals(each.series().configurationId())
                        && subject.protocolId().equals(each.series().protocolId()))
                .orElseThrow(() -> new UnusableInputException("A limit in per cent of a baseline holds for the light"
                        + " path of that baseline; make a baseline of its checks and set the limit there."));
        List<Baseline.Value> values = reference.of(limit.metric(), limit.statistic());
        if (values.isEmpty()) {
            throw new UnusableInputException("The " + reference.name() + " holds no "
                    + limit.statistic().word() + " of " + limit.metric()
                    + "; make one of checks that have it, or give the limit as values.");
        }
        if (values.stream().anyMatch(value -> value.centre().value() == 0)) {
            throw new UnusableInputException("The " + reference.name() + " holds 0 for " + limit.metric()
                    + ", and no per cent of zero is a limit; give the limit as values.");
        }
    }

    /** The limit of a metric, where it has one. */
    public Optional<OwnLimit> limit(String metric, Statistic statistic) {
        return terms.limits().stream()
                .filter(limit -> limit.metric().equals(metric) && limit.statistic() == statistic)
                .findFirst();
    }

    /** How far a measurement may go, as values; empty where it has no limit here, or the baseline lacks it. */
    public Optional<Tolerance> tolerance(MeasurementKey key) {
        return limit(key.metric(), key.statistic())
                .flatMap(limit -> reference(limit, key).map(limit.tolerance()::around));
    }

    /** What deviations are relative to; any number where they are relative to nothing. */
    Optional<Double> reference(OwnLimit limit, MeasurementKey key) {
        return switch (limit.tolerance().kind()) {
            case ABSOLUTE, PERCENT_OF_THEORY -> Optional.of(AS_IN_THEORY);
            case PERCENT_OF_BASELINE ->
                terms.baseline().flatMap(baseline -> baseline.value(key)).map(value -> value.centre()
                        .value());
        };
    }

    /** What it is called, for instance {@code limits 2 for this light path, in force from 2026-03-12}. */
    public String name() {
        return "limits " + number + " for " + subject.scope().reach().words() + ", in force from " + inForceFrom;
    }

    /**
     * Of versions for one protocol that may hold for one light path, that which holds on a day: of the narrowest scope that
     * has any limit in force, the one with the highest number.
     */
    public static Optional<LimitVersion> inForce(Collection<LimitVersion> versions, LocalDate day) {
        for (LimitScope.Reach reach : LimitScope.Reach.values()) {
            Optional<LimitVersion> newest = versions.stream()
                    .filter(version -> version.subject().scope().reach() == reach)
                    .filter(version -> !version.inForceFrom().isAfter(day))
                    .max(Comparator.comparingInt(LimitVersion::number))
                    .filter(version -> !version.terms().limits().isEmpty());
            if (newest.isPresent()) {
                return newest;
            }
        }
        return Optional.empty();
    }
}
