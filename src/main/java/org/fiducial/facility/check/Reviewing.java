package org.fiducial.facility.check;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.UnusableInputException;

/** Takes people's word on checks. */
public final class Reviewing {

    private static final List<VerdictLevel> SEVERITY =
            List.of(VerdictLevel.FAIL, VerdictLevel.WARNING, VerdictLevel.NOT_EVALUATED, VerdictLevel.PASS);

    private final Ledgers ledgers;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public Reviewing(Ledgers ledgers, Clock clock, Supplier<UUID> ids) {
        this.ledgers = ledgers;
        this.clock = clock;
        this.ids = ids;
    }

    /** What is read and written. */
    public record Ledgers(Checks checks, Reviews reviews, Instruments instruments) {}

    /** By whom and why; texts may be empty. */
    public record Signature(String by, String reason) {}

    /**
     * Takes a word on a check.
     *
     * @throws UnusableInputException if there is no such check, a reason is missing, or the facility wants somebody else to
     *     look at it
     */
    public Review decide(UUID checkId, Review.Decision decision, Signature signature) {
        Check check = ledgers.checks()
                .byId(checkId)
                .orElseThrow(() -> new UnusableInputException(
                        "There is no check " + checkId + " in this record; look its identifier up on its page."));
        if (decision != Review.Decision.VOID) {
            requireSomebodyElse(check, signature.by().strip());
        }
        Review review = new Review(
                ids.get(),
                checkId,
                decision,
                signature.reason().strip(),
                signature.by().strip(),
                clock.instant());
        ledgers.reviews().add(review);
        return review;
    }

    /** Whether people may approve and reject what they measured themselves: the newest word of the facility, if it said one. */
    public Optional<ReviewPolicy> ownWork(UUID facilityId) {
        return ledgers.reviews().policy(facilityId);
    }

    /**
     * Says whether people may approve and reject what they measured themselves from now on; what was said before stays.
     *
     * @throws UnusableInputException if the reason is missing or too long
     */
    public ReviewPolicy decideOwnWork(UUID facilityId, boolean allowed, Signature signature) {
        ReviewPolicy policy = new ReviewPolicy(
                ids.get(),
                facilityId,
                allowed,
                new Entry(
                        signature.by().strip(),
                        clock.instant(),
                        signature.reason().strip()));
        ledgers.reviews().add(policy);
        return policy;
    }

    private void requireSomebodyElse(Check check, String by) {
        boolean ownWork = by.isEmpty() || by.equalsIgnoreCase(check.occasion().performedBy());
        if (ownWork && !allowsOwnWork(check)) {
            throw new UnusableInputException(
                    by.isEmpty()
                            ? "This facility wants a check reviewed by somebody else than who did it; say who you are."
                            : "This facility wants a check reviewed by somebody else than who did it, and " + by
                                    + " did this one; ask a colleague, or void it with a reason.");
        }
    }

    private boolean allowsOwnWork(Check check) {
        return ledgers.instruments()
                .configuration(check.configurationId())
                .flatMap(configuration -> ledgers.instruments().all().stream()
                        .filter(instrument -> instrument.id().equals(configuration.instrumentId()))
                        .findFirst())
                .flatMap(instrument -> ledgers.reviews().policy(instrument.facilityId()))
                .map(ReviewPolicy::ownWorkAllowed)
                .orElse(true);
    }

    /** Checks to be looked at, the worst first and of equals the newest. */
    public static List<CheckSummary> bySeverity(List<CheckSummary> newestFirst) {
        return SEVERITY.stream()
                .flatMap(level -> newestFirst.stream().filter(check -> check.overall() == level))
                .toList();
    }
}
