package org.fiducial.facility.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.protocol.UnusableInputException;

/** When a plan asks for checks. */
public sealed interface Rhythm {

    /**
     * The day the next check is due on.
     *
     * @param last the day of the last check that counts
     * @return empty where none is ever due, or no more
     */
    Optional<LocalDate> due(Turn turn, Optional<LocalDate> last);

    /** The days planned after a due day, at most so many. */
    List<LocalDate> after(LocalDate due, Turn turn, int most);

    /** The days on which a check is in time. */
    Window window();

    /**
     * On the days of a rule.
     *
     * @param start the first day that may be a due day
     */
    record Recurring(Recurrence rule, LocalDate start, Window window) implements Rhythm {

        /**
         * The first planned day whose window had not opened yet when the last check was done. A check before the window
         * thus leaves the due day; one in the window or late moves it to the next; and a late one that lies in the next
         * window has done that too. It rests on the last check alone, so that a changed rule moves the due day at once.
         */
        @Override
        public Optional<LocalDate> due(Turn turn, Optional<LocalDate> last) {
            LocalDate notBefore = last.map(day -> day.plusDays(window.daysBefore() + 1L))
                    .filter(start::isBefore)
                    .orElse(start);
            return rule.days(start, turn, notBefore, 1).stream().findFirst();
        }

        @Override
        public List<LocalDate> after(LocalDate due, Turn turn, int most) {
            return rule.days(start, turn, due.plusDays(1), most);
        }
    }

    /**
     * After so many hours of use; which day that is, {@link HoursOfUse} says.
     *
     * @param every hours from one check to the next [h]
     * @param daysAfter days a check may be late once they are reached
     */
    record Hours(double every, int daysAfter) implements Rhythm {

        private static final double MOST_HOURS = 100_000;

        public Hours {
            if (!(every > 0 && every <= MOST_HOURS)) {
                throw new UnusableInputException("A plan by hours of use is for more than 0 and at most "
                        + (long) MOST_HOURS + " hours, but " + every + " were given.");
            }
            new Window(0, daysAfter);
        }

        @Override
        public Optional<LocalDate> due(Turn turn, Optional<LocalDate> last) {
            return Optional.empty();
        }

        @Override
        public List<LocalDate> after(LocalDate due, Turn turn, int most) {
            return List.of();
        }

        @Override
        public Window window() {
            return new Window(0, daysAfter);
        }
    }

    /** When somebody sees a reason; never due. */
    record AdHoc() implements Rhythm {

        @Override
        public Optional<LocalDate> due(Turn turn, Optional<LocalDate> last) {
            return Optional.empty();
        }

        @Override
        public List<LocalDate> after(LocalDate due, Turn turn, int most) {
            return List.of();
        }

        @Override
        public Window window() {
            return new Window(0, 0);
        }
    }
}
