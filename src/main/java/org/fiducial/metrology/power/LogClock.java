package org.fiducial.metrology.power;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.fiducial.metrology.table.DecimalNumbers;
import org.fiducial.metrology.table.TableRow;

/** Tells the time of a row in seconds since a start of its own, and what that start was. */
interface LogClock {

    /** Seconds of a row, empty if its time cannot be read. */
    OptionalDouble seconds(TableRow row, DecimalNumbers numbers);

    /** The local date and time at second 0, where the log has dates. */
    Optional<LocalDateTime> start();

    /** The column whose text is shown where a time cannot be read. */
    int column();

    /** The date of a row that is written in another order than those above it; empty of any other row. */
    default Optional<String> otherwiseDated(TableRow row) {
        return Optional.empty();
    }

    /** Elapsed time in a column. */
    record Elapsed(int column, double secondsPerUnit, Optional<LocalDateTime> start) implements LogClock {

        @Override
        public OptionalDouble seconds(TableRow row, DecimalNumbers numbers) {
            OptionalDouble number = row.number(column, numbers);
            return number.isEmpty() ? number : OptionalDouble.of(number.getAsDouble() * secondsPerUnit);
        }

        /** Seconds in a unit of time; empty if it is none. */
        static OptionalDouble secondsPer(String unit) {
            return switch (unit.strip().toLowerCase(Locale.ROOT)) {
                case "s", "sec", "secs", "second", "seconds" -> OptionalDouble.of(1);
                case "ms", "millisecond", "milliseconds" -> OptionalDouble.of(1e-3);
                case "min", "minute", "minutes" -> OptionalDouble.of(60);
                case "h", "hr", "hour", "hours" -> OptionalDouble.of(3600);
                default -> OptionalDouble.empty();
            };
        }
    }

    /**
     * Date and time in one column, or in two, or a time of day that passes midnight at most once.
     *
     * <p>Not a record: it remembers the date of the first row.
     */
    final class Calendar implements LogClock {

        private static final double DAY_S = 86_400;

        private final OptionalInt dateColumn;
        private final int timeColumn;
        private final DateOrder order;
        private Optional<LocalDate> first = Optional.empty();
        private Optional<WrittenDate> latestDate = Optional.empty();
        private double latestSecondOfDay;
        private long daysPassed;

        /** Both columns are the same where one holds date and time. */
        Calendar(OptionalInt dateColumn, int timeColumn, DateOrder order) {
            this.dateColumn = dateColumn;
            this.timeColumn = timeColumn;
            this.order = order;
        }

        @Override
        public OptionalDouble seconds(TableRow row, DecimalNumbers numbers) {
            Optional<Moment> time = Moment.parse(row.text(timeColumn));
            if (time.isEmpty() || time.get().secondOfDay().isEmpty()) {
                return OptionalDouble.empty();
            }
            double second = time.get().secondOfDay().getAsDouble();
            if (dateColumn.isEmpty()) {
                return OptionalDouble.of(pastMidnight(second));
            }
            Optional<Moment> dated =
                    dateColumn.getAsInt() == timeColumn ? time : Moment.parse(row.text(dateColumn.getAsInt()));
            Optional<WrittenDate> written = dated.flatMap(Moment::date);
            if (written.isEmpty()) {
                return OptionalDouble.empty();
            }
            if (!written.equals(latestDate)) {
                Optional<LocalDate> date = written.flatMap(order::date);
                if (date.isEmpty()) {
                    return OptionalDouble.empty();
                }
                first = first.or(() -> date);
                latestDate = written;
                daysPassed =
                        date.get().toEpochDay() - first.orElseGet(date::get).toEpochDay();
            }
            return OptionalDouble.of(daysPassed * DAY_S + second);
        }

        /** A time of day half a day earlier than the latest one belongs to the next day. */
        private double pastMidnight(double second) {
            if (second < latestSecondOfDay - DAY_S / 2) {
                daysPassed++;
            }
            latestSecondOfDay = second;
            return daysPassed * DAY_S + second;
        }

        @Override
        public Optional<String> otherwiseDated(TableRow row) {
            if (dateColumn.isEmpty()) {
                return Optional.empty();
            }
            String text = row.text(dateColumn.getAsInt()).strip();
            return Moment.parse(text)
                    .flatMap(Moment::date)
                    .filter(written -> order.date(written).isEmpty())
                    .filter(written -> Arrays.stream(DateOrder.values())
                            .flatMap(other -> other.date(written).stream())
                            .anyMatch(date -> date.getYear() >= 1990 && date.getYear() < 2100))
                    .map(written -> text);
        }

        @Override
        public Optional<LocalDateTime> start() {
            return first.map(LocalDate::atStartOfDay);
        }

        @Override
        public int column() {
            return timeColumn;
        }
    }
}
