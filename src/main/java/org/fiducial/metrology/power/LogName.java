package org.fiducial.metrology.power;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file name in the grammar of the QUAREP-LiMi Tool Kit says:
 * {@code <date>-<time>_<line>[_<port>]_<short|long|linear>[_<power>[%]]}, read from the right because the port may be
 * missing. The date is year-month-day (Tool Kit, SmartLPM) or day-month-year (WG1 script for ZEN Blue).
 *
 * @param stamp eight digits of the date, a hyphen and four of the time
 * @param lineNm from {@code 488nm} or {@code 488}
 * @param port where the name has one, else empty
 * @param kind {@code short}, {@code long}, {@code linear}, {@code raw} or {@code info}; empty for any other
 * @param setPoint in percent; a name of kind linear has none
 */
record LogName(String stamp, OptionalDouble lineNm, String port, String kind, OptionalDouble setPoint) {

    private static final Pattern STAMP = Pattern.compile("(?:.*?[^0-9])?(\\d{8}-\\d{4})(?!\\d)_?(.*)");
    private static final Pattern LINE = Pattern.compile("(\\d{3,4})(?:\\s*nm)?");
    private static final Pattern POWER = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*%?");
    private static final List<String> MEASURING = List.of("short", "long", "linear");

    /** The name taken apart; empty if it does not follow the grammar. */
    static Optional<LogName> of(String fileName) {
        int dot = fileName.lastIndexOf('.');
        Matcher matcher = STAMP.matcher(dot > 0 ? fileName.substring(0, dot) : fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>(List.of(matcher.group(2).split("_")));
        String last = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
        if (last.equals("raw") || last.equals("info") || last.contains("blindmode")) {
            return Optional.of(new LogName(
                    matcher.group(1),
                    OptionalDouble.empty(),
                    "",
                    last.contains("blindmode") ? "raw" : last,
                    OptionalDouble.empty()));
        }
        return measuring(matcher.group(1), parts);
    }

    private static Optional<LogName> measuring(String stamp, List<String> parts) {
        int at = parts.size() - 1;
        OptionalDouble power = OptionalDouble.empty();
        if (at > 0 && !MEASURING.contains(parts.get(at).toLowerCase(Locale.ROOT))) {
            Matcher number = POWER.matcher(parts.get(at));
            if (!number.matches()) {
                return Optional.empty();
            }
            power = OptionalDouble.of(Double.parseDouble(number.group(1)));
            at--;
        }
        String kind = parts.get(at).toLowerCase(Locale.ROOT);
        if (at < 1 || at > 2 || !MEASURING.contains(kind)) {
            return Optional.empty();
        }
        Matcher line = LINE.matcher(parts.get(0));
        return line.matches()
                ? Optional.of(new LogName(
                        stamp,
                        OptionalDouble.of(Double.parseDouble(line.group(1))),
                        at == 2 ? parts.get(1) : "",
                        kind,
                        power))
                : Optional.empty();
    }

    /** The date: year-first or day-first, of which the digits of a year since 1990 allow only one. */
    Optional<LocalDate> measuredOn() {
        return date(DateOrder.YEAR_FIRST).or(() -> date(DateOrder.DAY_FIRST));
    }

    /** The date in an order, if it is one of a year since 1990. */
    Optional<LocalDate> date(DateOrder order) {
        WrittenDate written = order == DateOrder.YEAR_FIRST
                ? new WrittenDate(number(0, 4), number(4, 6), number(6, 8), '-')
                : new WrittenDate(number(0, 2), number(2, 4), number(4, 8), '-');
        return order.date(written).filter(date -> date.getYear() >= 1990 && date.getYear() < 2100);
    }

    private int number(int from, int to) {
        return Integer.parseInt(stamp.substring(from, to));
    }
}
