package org.fiducial.metrology.power;

import java.util.Locale;
import java.util.Optional;

/**
 * A date as written, before the order of its numbers is known.
 *
 * @param mark between the numbers
 */
record WrittenDate(int first, int second, int third, char mark) {

    /** The only order the digits or the mark allow, where they do: a year of four digits first, or dots. */
    Optional<DateOrder> evidentOrder() {
        if (first > 99) {
            return Optional.of(DateOrder.YEAR_FIRST);
        }
        return mark == '.' ? Optional.of(DateOrder.DAY_FIRST) : Optional.empty();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%02d%c%02d%c%02d", first, mark, second, mark, third);
    }
}
