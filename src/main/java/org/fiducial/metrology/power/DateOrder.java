package org.fiducial.metrology.power;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order a log writes day, month and year. */
enum DateOrder {
    DAY_FIRST("day-first", 0, 1, 2),
    MONTH_FIRST("month-first", 1, 0, 2),
    YEAR_FIRST("year-first", 2, 1, 0);

    private final String word;
    private final int day;
    private final int month;
    private final int year;

    DateOrder(String word, int day, int month, int year) {
        this.word = word;
        this.day = day;
        this.month = month;
        this.year = year;
    }

    /** The word of the parameter {@code date-order}. */
    String word() {
        return word;
    }

    static Optional<DateOrder> ofWord(String word) {
        return Arrays.stream(values()).filter(order -> order.word.equals(word)).findFirst();
    }

    /** The order a pattern such as {@code MM/dd/yyyy} states. */
    static Optional<DateOrder> ofPattern(String pattern) {
        String letters = pattern.toLowerCase(Locale.ROOT).replaceAll("[^ymd]", "");
        if (letters.startsWith("d")) {
            return letters.contains("m") && letters.contains("y") ? Optional.of(DAY_FIRST) : Optional.empty();
        }
        if (letters.startsWith("m")) {
            return letters.contains("d") && letters.contains("y") ? Optional.of(MONTH_FIRST) : Optional.empty();
        }
        return letters.startsWith("y") && letters.contains("m") && letters.contains("d")
                ? Optional.of(YEAR_FIRST)
                : Optional.empty();
    }

    /** The date three numbers are in this order; years of two digits belong to this century. */
    Optional<LocalDate> date(WrittenDate written) {
        int[] numbers = {written.first(), written.second(), written.third()};
        try {
            int fullYear = numbers[year] < 100 ? 2000 + numbers[year] : numbers[year];
            return Optional.of(LocalDate.of(fullYear, numbers[month], numbers[day]));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
