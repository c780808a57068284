package org.fiducial.facility.judgement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Puts limits in force: each time the next version of its scope. */
public final class LimitSetting {

    private final Limits limits;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public LimitSetting(Limits limits, Clock clock, Supplier<UUID> ids) {
        this.limits = limits;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What a person asks for.
     *
     * @param configurationId a light path within the scope; percentages are of its newest baseline
     * @param subject the protocol and where
     * @param inForceFrom the first day
     * @param limits one for each metric; none gives way to a wider scope
     */
    public record Wish(
            UUID configurationId, LimitVersion.Subject subject, LocalDate inForceFrom, List<OwnLimit> limits) {

        public Wish {
            limits = List.copyOf(limits);
        }
    }

    /** By whom and why. */
    public record Signature(String by, String reason) {}

    /** The newest version of a scope, whether in force or not. */
    public Optional<LimitVersion> newest(UUID configurationId, LimitVersion.Subject subject) {
        return limits.versions(configurationId, subject.protocolId()).stream()
                .filter(version -> version.subject().equals(subject))
                .max(Comparator.comparingInt(LimitVersion::number));
    }

    /**
     * Puts limits in force.
     *
     * @throws org.fiducial.metrology.protocol.UnusableInputException if they contradict each other, a reason is missing, or
     *     a percentage is of nothing or of zero
     */
    public LimitVersion set(Wish wish, Signature signature) {
        int number = newest(wish.configurationId(), wish.subject())
                        .map(LimitVersion::number)
                        .orElse(0)
                + 1;
        boolean relative = wish.limits().stream()
                .anyMatch(limit -> limit.tolerance().kind() == Tolerance.Kind.PERCENT_OF_BASELINE);
        Optional<Baseline> baseline = relative
                ? limits.newestBaseline(new Baseline.Series(
                        wish.configurationId(), wish.subject().protocolId()))
                : Optional.empty();
        LimitVersion version = new LimitVersion(
                ids.get(),
                wish.subject(),
                number,
                wish.inForceFrom(),
                new LimitVersion.Terms(wish.limits(), baseline),
                new Entry(
                        signature.by().strip(),
                        clock.instant(),
                        signature.reason().strip()));
        limits.add(version);
        return version;
    }
}
