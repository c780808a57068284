package org.fiducial.facility.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * Which days a check is planned for: a recurrence rule of RFC 5545 (3.3.10) whose instances are whole days, so that
 * neither a zone nor a night of summer time can move them.
 *
 * <p>Limits: days, weeks, months and years only; intervals up to {@value #LONGEST_INTERVAL}; no {@code BYWEEKNO}, because
 * the rules known to compute it give days outside a 53rd week. As the RFC has it, a month without the day is left out.
 *
 * @param rule in capitals, its parts in the order of the RFC's examples
 */
public record Recurrence(String rule) {

    private static final int LONGEST_RULE = 400;
    private static final int LONGEST_INTERVAL = 1000;
    private static final List<String> UNITS = List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final Pattern PLAIN = Pattern.compile("FREQ=(DAILY|WEEKLY)(?:;INTERVAL=([0-9]+))?");
    private static final String LAST_DAY_UP_TO = ";BYSETPOS=-1";
    /** The words of the usual rules, most frequent first. */
    private static final List<String> WORDS = List.of(
            "daily",
            "workdays",
            "weekly",
            "fortnightly",
            "monthly",
            "two-monthly",
            "quarterly",
            "half-yearly",
            "yearly",
            "two-yearly");

    private static final Map<String, String> RULES = Map.of(
            "daily", "FREQ=DAILY",
            "workdays", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
            "weekly", "FREQ=WEEKLY",
            "fortnightly", "FREQ=WEEKLY;INTERVAL=2",
            "monthly", "FREQ=MONTHLY",
            "two-monthly", "FREQ=MONTHLY;INTERVAL=2",
            "quarterly", "FREQ=MONTHLY;INTERVAL=3",
            "half-yearly", "FREQ=MONTHLY;INTERVAL=6",
            "yearly", "FREQ=YEARLY",
            "two-yearly", "FREQ=YEARLY;INTERVAL=2");

    public Recurrence {
        rule = checked(rule);
    }

    /** The words {@link #of} knows, most frequent first. */
    public static List<String> words() {
        return WORDS;
    }

    /**
     * A rule as people give it: a word such as {@code monthly}, or a rule of RFC 5545. A word means the last day there is
     * where a month lacks the day of the start: monthly from 31 January is the last of every month.
     *
     * @throws UnusableInputException if it is neither
     */
    public static Recurrence of(String typed, LocalDate start) {
        String word = typed.strip().toLowerCase(Locale.ROOT);
        String rule = RULES.get(word);
        return new Recurrence(rule == null ? typed.strip() : rule + clipped(word, start));
    }

    private static String clipped(String word, LocalDate start) {
        boolean months =
                List.of("monthly", "two-monthly", "quarterly", "half-yearly").contains(word);
        if (months && start.getDayOfMonth() > 28) {
            StringBuilder days = new StringBuilder(";BYMONTHDAY=28");
            for (int day = 29; day <= start.getDayOfMonth(); day++) {
                days.append(',').append(day);
            }
            return days + LAST_DAY_UP_TO;
        }
        boolean years = word.endsWith("yearly") && !months;
        return years && start.getMonthValue() == 2 && start.getDayOfMonth() == 29
                ? ";BYMONTH=2;BYMONTHDAY=28,29" + LAST_DAY_UP_TO
                : "";
    }

    /** The word of a usual rule; empty for a rule that has none. */
    public Optional<String> word() {
        String bare = rule.replaceFirst(";(BYMONTH=2;)?BYMONTHDAY=28,29(,30)?(,31)?;BYSETPOS=-1$", "");
        return WORDS.stream().filter(word -> bare.equals(RULES.get(word))).findFirst();
    }

    /**
     * The days of a turn from a day on.
     *
     * @param start the first day that may be one
     * @param turn which of the days
     * @param notBefore earlier ones are left out
     * @param most how many at most; fewer where the rule ends
     */
    public List<LocalDate> days(LocalDate start, Turn turn, LocalDate notBefore, int most) {
        Matcher plain = PLAIN.matcher(rule);
        return plain.matches()
                ? byDistance(start, turn, notBefore, most, distance(plain))
                : byRule(start, turn, notBefore, most);
    }

    /** Days between two of a rule that only counts days or weeks, of which there may be thousands. */
    private static long distance(Matcher plain) {
        long interval = plain.group(2) == null ? 1 : Long.parseLong(plain.group(2));
        return plain.group(1).equals("WEEKLY") ? 7 * interval : interval;
    }

    private static List<LocalDate> byDistance(
            LocalDate start, Turn turn, LocalDate notBefore, int most, long distance) {
        LocalDate first = start.plusDays(turn.at() * distance);
        long step = turn.of() * distance;
        long missed = Math.max(0, Math.floorDiv(ChronoUnit.DAYS.between(first, notBefore) + step - 1, step));
        return LongStream.range(missed, missed + most)
                .mapToObj(i -> first.plusDays(i * step))
                .toList();
    }

    List<LocalDate> byRule(LocalDate start, Turn turn, LocalDate notBefore, int most) {
        RecurrenceRule parsed = parse(rule);
        RecurrenceRuleIterator instances = parsed.iterator(date(start));
        if (turn.of() == 1 && parsed.getCount() == null && notBefore.isAfter(start)) {
            instances.fastForward(date(notBefore));
        }
        List<LocalDate> days = new ArrayList<>();
        for (long i = 0; days.size() < most && instances.hasNext(); i++) {
            LocalDate day = day(instances.nextDateTime());
            if (i % turn.of() == turn.at() && !day.isBefore(notBefore)) {
                days.add(day);
            }
        }
        return List.copyOf(days);
    }

    private static String checked(String typed) {
        if (typed.length() > LONGEST_RULE || typed.chars().anyMatch(Character::isISOControl)) {
            throw refused(typed, "it is too long or has more than one line");
        }
        if (typed.indexOf('=') < 0) {
            throw refused(typed, "it is neither a word nor a rule known here");
        }
        String capitals = typed.toUpperCase(Locale.ROOT);
        RecurrenceRule parsed = parse(capitals);
        Map<String, String> parts = new TreeMap<>();
        for (String part : capitals.split(";", -1)) {
            int equals = part.indexOf('=');
            parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        if (!UNITS.contains(parts.getOrDefault("FREQ", ""))) {
            throw refused(typed, "FREQ is one of DAILY, WEEKLY, MONTHLY and YEARLY");
        }
        for (String none : List.of("BYHOUR", "BYMINUTE", "BYSECOND", "BYWEEKNO", "RSCALE", "SKIP")) {
            if (parts.containsKey(none)) {
                throw refused(typed, none + " is not taken");
            }
        }
        if (parsed.getInterval() > LONGEST_INTERVAL) {
            throw refused(typed, "INTERVAL is at most " + LONGEST_INTERVAL);
        }
        if (parts.getOrDefault("UNTIL", "20260101").length() != 8) {
            throw refused(typed, "UNTIL is a day such as 20271231");
        }
        return parsed.toString();
    }

    private static RecurrenceRule parse(String rule) {
        try {
            return new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw refused(rule, String.valueOf(e.getMessage()).strip());
        }
    }

    static UnusableInputException refused(String rule, String why) {
        String shown = line(rule.length() > 80 ? rule.substring(0, 80) + "…" : rule);
        return new UnusableInputException("The recurrence '" + shown + "' cannot be used: "
                + line(why).replaceFirst("\\.$", "") + "; give one of " + String.join(", ", WORDS)
                + ", or a rule of RFC 5545 such as FREQ=MONTHLY;BYDAY=1MO.");
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static DateTime date(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    private static LocalDate day(DateTime date) {
        return LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDayOfMonth());
    }
}
