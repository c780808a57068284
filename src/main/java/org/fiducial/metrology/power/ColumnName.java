package org.fiducial.metrology.power;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a column taken apart: {@code power [mW]}, {@code Power (W)}, {@code power_mW}, {@code Power / mW} and
 * {@code Power, mW} say the same.
 *
 * @param name in small letters with single blanks, without unit
 * @param unit as written; empty where none is stated
 */
record ColumnName(String name, String unit) {

    private static final Pattern BRACKETS = Pattern.compile("(.*?)\\s*[\\[(]([^\\])]*)[\\])]\\s*");
    private static final Pattern STROKE = Pattern.compile("(.*\\S)\\s*[/,]\\s*(\\S{1,10})");
    private static final Pattern ENDING = Pattern.compile("(.*\\w)[_ ]([A-Za-z%\u00b5\u03bc\u00b0]{1,7})");

    private static final Set<String> PERCENT = Set.of("%", "percent", "pct");
    private static final int LONGEST = 100;

    /** Endings that are units without brackets; all else belongs to the name. */
    private static final Set<String> ENDINGS = Set.of(
            "s", "sec", "min", "h", "hours", "ms", "percent", "pct", "%", "nm", "c", "degc", "\u00b0c", "ma", "w", "mw",
            "uw", "\u00b5w", "\u03bcw", "nw", "dbm");

    private static final Map<ColumnRole, List<String>> NAMES = Map.of(
            ColumnRole.ELAPSED, List.of("time", "t", "elapsed", "elapsed time", "time elapsed", "time since start"),
            ColumnRole.TIMESTAMP,
                    List.of(
                            "timestamp",
                            "time stamp",
                            "datetime",
                            "date time",
                            "date and time",
                            "date/time",
                            "date & time"),
            ColumnRole.DATE, List.of("date"),
            ColumnRole.TIME_OF_DAY, List.of("time of day", "clock", "clock time"),
            ColumnRole.POWER,
                    List.of(
                            "power",
                            "laser power",
                            "optical power",
                            "pm value",
                            "power meter value",
                            "measured power",
                            "power reading",
                            "light power"),
            ColumnRole.SET_POINT,
                    List.of(
                            "setpoint",
                            "set point",
                            "setting",
                            "laser setting",
                            "set power",
                            "power setting",
                            "aotf",
                            "power set point"),
            ColumnRole.LINE,
                    List.of(
                            "line",
                            "wavelength",
                            "laser wavelength",
                            "laser line",
                            "excitation wavelength",
                            "excitation"),
            ColumnRole.TEMPERATURE,
                    List.of("temperature", "temp", "sensor temperature", "sensor temp", "pmt temp", "room temperature"),
            ColumnRole.UNCERTAINTY, List.of("u", "uncertainty", "standard uncertainty", "power uncertainty", "u power"),
            ColumnRole.LOCATION, List.of("location", "position", "place", "sensor location"));

    static ColumnName of(String cell) {
        if (cell.length() > LONGEST) {
            return new ColumnName("", "");
        }
        String text = cell.strip();
        while (text.startsWith("#")) {
            text = text.substring(1).strip();
        }
        while (text.endsWith(",") || text.endsWith(":")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        Matcher brackets = BRACKETS.matcher(text);
        if (brackets.matches()) {
            return new ColumnName(plain(brackets.group(1)), brackets.group(2).strip());
        }
        Matcher stroke = STROKE.matcher(text);
        if (stroke.matches() && ENDINGS.contains(stroke.group(2).toLowerCase(Locale.ROOT))) {
            return new ColumnName(plain(stroke.group(1)), stroke.group(2));
        }
        Matcher ending = ENDING.matcher(text);
        if (ending.matches() && ENDINGS.contains(ending.group(2).toLowerCase(Locale.ROOT))) {
            return new ColumnName(plain(ending.group(1)), ending.group(2));
        }
        return new ColumnName(plain(text), "");
    }

    /** What a column of this name holds; an unknown name holds nothing that is used. */
    ColumnRole role() {
        if (name.equals("p")) {
            return PowerUnit.parse(unit).isPresent() ? ColumnRole.POWER : ColumnRole.OTHER;
        }
        if (name.endsWith("power") && PERCENT.contains(unit)) {
            return ColumnRole.SET_POINT;
        }
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ColumnRole.OTHER);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[_\\s\\-]+", " ").strip();
    }
}
