package org.fiducial.facility.status;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.fiducial.facility.service.Event.Effect;

/** The four states. */
public enum Level {
    FINE,
    USABLE_WITH_CARE,
    DO_NOT_USE,
    UNKNOWN;

    /** What a whole is called where its parts differ: the first of these that occurs. */
    private static final List<Level> SEVERITY = List.of(DO_NOT_USE, UNKNOWN, USABLE_WITH_CARE, FINE);

    /** The words people read, for instance {@code usable with care}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How urgent it is: 0 for the worst. */
    public int urgency() {
        return SEVERITY.indexOf(this);
    }

    /** The worst of several; unknown if there is none. */
    public static Level worst(Collection<Level> levels) {
        return SEVERITY.stream().filter(levels::contains).findFirst().orElse(UNKNOWN);
    }

    /** What an open event makes of an instrument that is fine otherwise. */
    public static Level of(Effect effect) {
        return switch (effect) {
            case NONE -> FINE;
            case USABLE_WITH_CARE -> USABLE_WITH_CARE;
            case DO_NOT_USE -> DO_NOT_USE;
        };
    }
}
