package org.fiducial.metrology.power;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiducial.metrology.power.LogLayout.Column;
import org.fiducial.metrology.power.LogLayout.PowerColumn;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.table.DecimalNumbers;
import org.fiducial.metrology.table.Table;

/**
 * The log of Ophir StarLab, file versions 4 and 5: lines with a semicolon in front tell of each channel (name, units,
 * wavelength, counts), then come a line of names and rows of seconds and one value a channel, tabs between. Functions and
 * mathematics of channels stand in columns of their own and are left out. Its dates are day-first.
 */
final class StarLabLog implements LogFormat {

    private static final Pattern CHANNEL = Pattern.compile(";\\s*(Channel \\w+)\\s*:\\s*(.*)");
    private static final Pattern STARTED =
            Pattern.compile(";\\s*(?:First Pulse Arrived|Logged)\\s*:\\s*(\\d{1,2}/\\d{1,2}/\\d{2,4}) at"
                    + " (\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d+)?).*");
    private static final Pattern FILE_VERSION = Pattern.compile(";\\s*File Version\\s*:\\s*(\\d+).*");
    private static final int RECOGNISED_WITHIN = 12;

    /** One channel as the head describes it. */
    private record Channel(String name, Map<String, String> details) {
        Optional<String> detail(String key) {
            return Optional.ofNullable(details.get(key));
        }
    }

    @Override
    public Optional<LogLayout> recognise(Table table, LogNotes notes) {
        List<String> head = table.head();
        boolean starLab = head.stream()
                .limit(RECOGNISED_WITHIN)
                .anyMatch(line -> line.startsWith(";PC Software:StarLab") || line.contains("StarLab Log"));
        if (!starLab) {
            return Optional.empty();
        }
        int header = headerLine(head);
        if (header == 0) {
            throw new UnusableInputException(
                    "'" + table.file().getFileName() + "' begins as an Ophir StarLab log, but no line"
                            + " 'Timestamp, Channel A' was found among its first " + head.size()
                            + "; the log was cut off or changed, export it again.");
        }
        Map<String, Channel> channels = channels(head.subList(0, header - 1));
        List<String> names = Table.cells(head.get(header - 1), '\t');
        List<PowerColumn> power = new ArrayList<>();
        for (int i = 1; i < names.size(); i++) {
            if (names.get(i).startsWith("Channel ")) {
                Channel channel = channels.getOrDefault(names.get(i), new Channel(names.get(i), Map.of()));
                power.add(new PowerColumn(i, unit(table, channel), unitLine(head, channel), channel.name()));
                note(channel, notes);
            }
        }
        note(head, names, notes);
        return Optional.of(new LogLayout(
                "Ophir StarLab log" + version(head),
                new LogLayout.Rows('\t', header, header + 1),
                List.of(new Column(0, ColumnRole.ELAPSED, "s")),
                power,
                new LogLayout.StatedClock(Optional.of(DateOrder.DAY_FIRST), started(head, notes))));
    }

    private static int headerLine(List<String> head) {
        for (int i = 0; i < head.size(); i++) {
            List<String> cells = Table.cells(head.get(i), '\t');
            if (cells.get(0).equals("Timestamp") && cells.stream().anyMatch(cell -> cell.startsWith("Channel "))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Map<String, Channel> channels(List<String> lines) {
        Map<String, Channel> channels = new LinkedHashMap<>();
        Optional<Channel> current = Optional.empty();
        for (String line : lines) {
            Matcher begins = CHANNEL.matcher(line.strip());
            if (begins.matches()) {
                Channel channel =
                        channels.computeIfAbsent(begins.group(1), name -> new Channel(name, new LinkedHashMap<>()));
                boolean block =
                        begins.group(2).startsWith("Details") || begins.group(2).startsWith("Statistics");
                if (!block) {
                    channel.details().putIfAbsent("Meter", begins.group(2).strip());
                }
                current = Optional.of(channel);
                continue;
            }
            int colon = line.lastIndexOf(':');
            if (current.isPresent() && line.startsWith(";") && colon > 0) {
                current.get()
                        .details()
                        .putIfAbsent(
                                line.substring(1, colon).strip(),
                                line.substring(colon + 1).strip());
            }
        }
        return channels;
    }

    private static Optional<PowerUnit> unit(Table table, Channel channel) {
        String unit = channel.detail("Units").orElse("");
        boolean energy = unit.equalsIgnoreCase("J")
                || channel.detail("Settings:Measuring").orElse("").equalsIgnoreCase("Energy");
        if (energy) {
            throw new UnusableInputException("'" + table.file().getFileName() + "': " + channel.name()
                    + " was logged in J, the energy of pulses; expected power in W, so set the meter to measure power"
                    + " and log again.");
        }
        return PowerUnit.parse(unit);
    }

    private static int unitLine(List<String> head, Channel channel) {
        boolean inside = false;
        for (int i = 0; i < head.size(); i++) {
            inside = inside || head.get(i).contains(channel.name() + ":Details");
            if (inside && head.get(i).startsWith(";Units")) {
                return i + 1;
            }
        }
        return 0;
    }

    private static void note(Channel channel, LogNotes notes) {
        channel.detail("Meter").ifPresent(meter -> notes.fact("meter", meter.replaceAll("\\s+", " ")));
        OptionalDouble wavelength = channel.detail("Settings:Wavelength")
                .map(text -> DecimalNumbers.unsettled().parse(text.replace("nm", "")))
                .orElse(OptionalDouble.empty());
        wavelength.ifPresent(notes::meterWavelength);
    }

    private static void note(List<String> head, List<String> names, LogNotes notes) {
        List<String> derived = names.stream()
                .skip(1)
                .filter(name -> !name.isEmpty() && !name.startsWith("Channel "))
                .toList();
        if (!derived.isEmpty()) {
            notes.note(
                    "DERIVED_COLUMNS",
                    "The log has computed columns (" + String.join(", ", derived)
                            + "); they were left out, the channels themselves were read.");
        }
        notes.fact(
                "lines of head",
                head.stream().filter(line -> line.startsWith(";")).count());
    }

    private static String version(List<String> head) {
        return head.stream()
                .map(FILE_VERSION::matcher)
                .filter(Matcher::matches)
                .map(matcher -> ", file version " + matcher.group(1))
                .findFirst()
                .orElse("");
    }

    /** The first reading, else the moment of logging. StarLab writes day-first; another order is taken only if it must be. */
    private static Optional<LocalDateTime> started(List<String> head, LogNotes notes) {
        Optional<Matcher> first = head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("first pulse"))
                .map(STARTED::matcher)
                .filter(Matcher::matches)
                .findFirst();
        Optional<Matcher> found = first.or(() ->
                head.stream().map(STARTED::matcher).filter(Matcher::matches).findFirst());
        Optional<WrittenDate> date =
                found.flatMap(matcher -> Moment.parse(matcher.group(1))).flatMap(Moment::date);
        Optional<Moment> time = found.flatMap(matcher -> Moment.parse(matcher.group(2)));
        if (date.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = DateOrder.DAY_FIRST.date(date.get());
        if (day.isEmpty()) {
            day = DateOrder.MONTH_FIRST.date(date.get());
            day.ifPresent(each -> notes.caution(
                    "DATE_ORDER",
                    "The date of the log can only be month-first (" + each + "); StarLab writes day-first."));
        }
        double second = time.get().secondOfDay().orElse(0);
        return day.map(
                each -> each.atTime(LocalTime.ofNanoOfDay(Math.min(86_399_999_999_999L, Math.round(second * 1e9)))));
    }

    /**
     * Holds the counts of the head against the rows: readings and over-ranges of each channel.
     *
     * @param found readings that are numbers
     * @param saturated readings over the range
     */
    static void check(Table table, long found, long saturated, LogNotes notes) {
        long stated = 0;
        long over = 0;
        boolean states = false;
        for (Channel channel : channels(table.head()).values()) {
            OptionalDouble total = count(channel, "Total Pulses");
            OptionalDouble beyond = count(channel, "Overrange");
            states |= total.isPresent();
            stated += (long) total.orElse(0);
            over += (long) beyond.orElse(0);
        }
        if (states && stated != found && stated != found + saturated) {
            notes.caution(
                    "TOTAL_DIFFERS",
                    "The head of the log counts " + stated + " readings, but its rows hold " + (found + saturated)
                            + "; the file was cut off or changed.");
        }
        if (states && over != saturated) {
            notes.caution(
                    "OVERRANGE_DIFFERS",
                    "The head of the log counts " + over + " readings over the range, but its rows hold " + saturated
                            + ".");
        }
    }

    private static OptionalDouble count(Channel channel, String key) {
        return channel.detail(key)
                .map(text -> DecimalNumbers.unsettled().parse(text))
                .orElse(OptionalDouble.empty());
    }
}
