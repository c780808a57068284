package org.fiducial.facility.coverage;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.fiducial.facility.status.Standing;

/** What may be said of a light path, or of parts of it, over all of a time. */
public enum Claim {
    /** Good checks before and after, and nothing between that could have changed it. */
    WITHIN_LIMITS(4),
    /** The same, but outside a warning limit, or reported as usable with care. */
    WITH_CARE(4),
    /** Good checks before, within the time they hold, not confirmed by later ones. */
    LAST_KNOWN_GOOD(3),
    /** Some of it is known to have been good, and some is not. */
    PARTLY(2),
    /** It was checked, but none of it is known to have been good. */
    NOT_ESTABLISHED(1),
    /** No check speaks for it. */
    NO_CHECK(1),
    /** A check failed. */
    OUTSIDE_LIMITS(0),
    /** Reported as not to be used. */
    OUT_OF_USE(0);

    /** Weakest first. */
    static final Comparator<Claim> WEAKEST_FIRST =
            Comparator.comparingInt((Claim claim) -> claim.strength).thenComparing(Comparator.reverseOrder());

    private final int strength;

    Claim(int strength) {
        this.strength = strength;
    }

    /** How much it says: a stronger claim says all that a weaker one does, and more. */
    public int strength() {
        return strength;
    }

    /** The word used in data, for instance {@code within-limits}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it says that limits were kept, as far as anybody could know. */
    public boolean isKnownGood() {
        return strength >= LAST_KNOWN_GOOD.strength;
    }

    /** What a standing allows to say of a part. */
    static Claim of(Standing standing, boolean warned) {
        return switch (standing) {
            case ESTABLISHED -> warned ? WITH_CARE : WITHIN_LIMITS;
            case LAST_KNOWN_GOOD -> LAST_KNOWN_GOOD;
            case OUTDATED, DISTURBED, RECALLED, IN_DOUBT, NOT_EVALUATED -> NOT_ESTABLISHED;
            case NOT_CHECKED -> NO_CHECK;
            case FAILED -> OUTSIDE_LIMITS;
        };
    }

    /** What may be said of all parts together. */
    static Claim of(Collection<Claim> parts) {
        if (parts.contains(OUTSIDE_LIMITS)) {
            return OUTSIDE_LIMITS;
        }
        if (parts.stream().allMatch(each -> each == NO_CHECK)) {
            return NO_CHECK;
        }
        if (parts.stream().noneMatch(Claim::isKnownGood)) {
            return NOT_ESTABLISHED;
        }
        if (!parts.stream().allMatch(Claim::isKnownGood)) {
            return PARTLY;
        }
        return parts.stream().min(WEAKEST_FIRST).orElse(NO_CHECK);
    }
}
