package org.fiducial.metrology.power;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.protocol.MissingParameterException;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.table.Table;

/**
 * Settles the order of the dates of a log: from what was given, from a year of four digits in front or dots between the
 * numbers, from what the head states, from a day above 12, from days that follow each other, or from the date in the file's
 * name. What stays open is asked for.
 */
final class DateEvidence {

    private static final int MOST_DATES = 1000;

    private final Table table;
    private final LogLayout layout;
    private final int column;
    private final List<WrittenDate> dates = new ArrayList<>();
    private Optional<WrittenDate> sample = Optional.empty();
    private long sampleLine;

    DateEvidence(Table table, LogLayout layout, int column) {
        this.table = table;
        this.layout = layout;
        this.column = column;
    }

    DateOrder settle(Parameters parameters, LogNotes notes) {
        Optional<DateOrder> given =
                parameters.of("date-order").map(Parameter::value).flatMap(value -> DateOrder.ofWord(value.toString()));
        collect();
        if (sample.isEmpty()) {
            return given.orElse(DateOrder.YEAR_FIRST);
        }
        if (given.isPresent()) {
            return possible(given.get()) ? given.get() : refuse(given.get());
        }
        Optional<DateOrder> evident = sample.get().evidentOrder();
        if (evident.isPresent()) {
            return evident.get();
        }
        Optional<DateOrder> stated = layout.clock().order();
        if (stated.isPresent() && possible(stated.get())) {
            return stated.get();
        }
        DateOrder order = fromDates();
        stated.ifPresent(wrong -> notes.caution(
                "DATE_ORDER",
                "The head of the log states " + wrong.word() + " dates, but its dates can only be " + order.word()
                        + "; they were read so."));
        return order;
    }

    private void collect() {
        table.rows(layout.rows().separator(), layout.rows().first(), row -> {
            Optional<WrittenDate> date = Moment.parse(row.text(column)).flatMap(Moment::date);
            if (date.isEmpty()) {
                return true;
            }
            if (sample.isEmpty()) {
                sample = date;
                sampleLine = row.line();
            }
            if (dates.isEmpty() || !dates.get(dates.size() - 1).equals(date.get())) {
                dates.add(date.get());
            }
            return sample.flatMap(WrittenDate::evidentOrder).isEmpty() && dates.size() < MOST_DATES;
        });
    }

    private boolean possible(DateOrder order) {
        return dates.stream().anyMatch(date -> order.date(date).isPresent())
                && (order == DateOrder.YEAR_FIRST
                        || dates.stream().allMatch(date -> order.date(date).isPresent()));
    }

    private DateOrder fromDates() {
        boolean dayFirst = possible(DateOrder.DAY_FIRST);
        boolean monthFirst = possible(DateOrder.MONTH_FIRST);
        if (dayFirst != monthFirst) {
            return dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        }
        if (dayFirst && dates.stream().allMatch(date -> date.first() == date.second())) {
            return DateOrder.DAY_FIRST;
        }
        return (dayFirst ? fromSpan().or(this::fromName) : Optional.<DateOrder>empty()).orElseThrow(this::ask);
    }

    /** Days that follow each other in one order and lie weeks apart in the other. */
    private Optional<DateOrder> fromSpan() {
        long dayFirst = spanDays(DateOrder.DAY_FIRST);
        long monthFirst = spanDays(DateOrder.MONTH_FIRST);
        if (dates.size() > 1 && Math.min(dayFirst, monthFirst) < dates.size()) {
            if (monthFirst > 14L * (dates.size() - 1)) {
                return Optional.of(DateOrder.DAY_FIRST);
            }
            if (dayFirst > 14L * (dates.size() - 1)) {
                return Optional.of(DateOrder.MONTH_FIRST);
            }
        }
        return Optional.empty();
    }

    private long spanDays(DateOrder order) {
        long[] days = dates.stream()
                .flatMap(date -> order.date(date).stream())
                .mapToLong(LocalDate::toEpochDay)
                .toArray();
        return Arrays.stream(days).max().orElse(0) - Arrays.stream(days).min().orElse(0);
    }

    private Optional<DateOrder> fromName() {
        Optional<LocalDate> named =
                LogName.of(String.valueOf(table.file().getFileName())).flatMap(LogName::measuredOn);
        for (DateOrder order : List.of(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)) {
            if (named.isPresent() && order.date(dates.get(0)).equals(named)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    private MissingParameterException ask() {
        return new MissingParameterException(
                "date-order",
                where() + " could be day-first or month-first, and nothing in the file tells which",
                "say it with --set date-order=day-first or --set date-order=month-first.");
    }

    private DateOrder refuse(DateOrder given) {
        throw new UnusableInputException(
                where() + " is no " + given.word() + " date or a later one is none, but date-order=" + given.word()
                        + " was given; give the order the file has.");
    }

    private String where() {
        return "'" + table.file().getFileName() + "', line " + sampleLine + ": the date "
                + sample.map(WrittenDate::toString).orElse("");
    }
}
