package org.fiducial.metrology.power;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date, a time of day, or both, as written, before the order of the date is known. A zone behind the time is left out:
 * logs are in local time.
 *
 * @param date empty where there is only a time
 * @param secondOfDay in s, empty where there is only a date
 */
record Moment(Optional<WrittenDate> date, OptionalDouble secondOfDay) {

    private static final int LONGEST = 60;
    private static final String ISO = "0000-00-00 00:00:00";
    private static final int LONGEST_FRACTION = 10;
    private static final Pattern DATE = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:[.,]\\d{1,9})?))?\\s*([AaPp][Mm])?");
    private static final Pattern ZONE = Pattern.compile("\\s*(?:Z|UTC|[+-]\\d{2}:?\\d{2})$");

    static Optional<Moment> parse(String text) {
        String plain = text.strip();
        if (plain.length() > LONGEST) {
            return Optional.empty();
        }
        if (isIso(plain)) {
            return Optional.of(iso(plain));
        }
        Matcher date = DATE.matcher(plain);
        if (!date.lookingAt()) {
            return time(plain).stream()
                    .mapToObj(second -> new Moment(Optional.empty(), OptionalDouble.of(second)))
                    .findFirst();
        }
        WrittenDate written = new WrittenDate(
                Integer.parseInt(date.group(1)),
                Integer.parseInt(date.group(3)),
                Integer.parseInt(date.group(4)),
                date.group(2).charAt(0));
        String rest = plain.substring(date.end());
        if (rest.isEmpty()) {
            return Optional.of(new Moment(Optional.of(written), OptionalDouble.empty()));
        }
        char next = rest.charAt(0);
        if (next != ' ' && next != 'T' && next != ',' && next != '_') {
            return Optional.empty();
        }
        OptionalDouble second =
                time(ZONE.matcher(rest.substring(1)).replaceFirst("").strip());
        return second.isEmpty() ? Optional.empty() : Optional.of(new Moment(Optional.of(written), second));
    }

    /** Whether a text is {@code 2024-11-08 17:27:32.678}, as most logs write millions of times; any fraction of a second. */
    private static boolean isIso(String text) {
        if (text.length() < ISO.length() || text.length() > ISO.length() + LONGEST_FRACTION) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char wanted = i < ISO.length() ? ISO.charAt(i) : i == ISO.length() ? '.' : '0';
            char found = text.charAt(i);
            boolean fits = wanted == '0' ? found >= '0' && found <= '9' : found == wanted;
            if (!fits && !(i == 10 && found == 'T')) {
                return false;
            }
        }
        return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 61;
    }

    private static Moment iso(String text) {
        WrittenDate date = new WrittenDate(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), '-');
        double scale = 1;
        long second = number(text, 17, 19);
        for (int i = ISO.length() + 1; i < text.length(); i++) {
            second = second * 10 + (text.charAt(i) - '0');
            scale *= 10;
        }
        return new Moment(
                Optional.of(date),
                OptionalDouble.of(number(text, 11, 13) * 3600 + number(text, 14, 16) * 60 + second / scale));
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    private static OptionalDouble time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return OptionalDouble.empty();
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = Integer.parseInt(time.group(2));
        double second =
                time.group(3) == null ? 0 : Double.parseDouble(time.group(3).replace(',', '.'));
        if (time.group(4) != null) {
            boolean afternoon = time.group(4).charAt(0) == 'P' || time.group(4).charAt(0) == 'p';
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        boolean valid = hour < 24 && minute < 60 && second < 61;
        return valid ? OptionalDouble.of(hour * 3600 + minute * 60 + second) : OptionalDouble.empty();
    }

    boolean hasDate() {
        return date.isPresent();
    }
}
