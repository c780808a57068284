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
    private static final Pattern DATE = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}(?:[.,]\\d{1,9})?))?\\s*([AaPp][Mm])?");
    private static final Pattern ZONE = Pattern.compile("\\s*(?:Z|UTC|[+-]\\d{2}:?\\d{2})$");

    static Optional<Moment> parse(String text) {
        String plain = text.strip();
        if (plain.length() > LONGEST) {
            return Optional.empty();
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
