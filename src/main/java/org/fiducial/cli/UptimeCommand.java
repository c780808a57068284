package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.ServiceLives;
import org.fiducial.facility.service.Uptime;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much of a stretch of time instruments could be used. */
@Command(
        name = "uptime",
        mixinStandardHelpOptions = true,
        description = "Lists how much of the time instruments could be used, by the events people entered.",
        footer = {
            "",
            "Example: fiducial uptime lsm-1 --from 2026-01-01 --until 2026-12-31",
            "",
            "Available is the share of the whole time that has passed, nights and weekends included, in which no event said",
            "'do not use'. Such an event counts from when it happened to when it was resolved, or to now while it is open;",
            "one that restricts less counts for the hours entered as lost. What overlaps counts once."
        })
final class UptimeCommand extends ListCommand {

    private static final int USUAL_DAYS = 365;

    @CommandLine.Parameters(
            arity = "0..1",
            paramLabel = "INSTRUMENT",
            description = "The instrument's address name; without it all are listed.")
    private Optional<String> instrument = Optional.empty();

    @Option(names = "--from", paramLabel = "DATE", description = "The first day; default a year before the last.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--until", paramLabel = "DATE", description = "The last day; default today.")
    private Optional<String> until = Optional.empty();

    UptimeCommand(Rooms rooms, Terminal terminal) {
        super(rooms, terminal);
    }

    @Override
    Printout list(FacilityRecord record) {
        Instant now = rooms().clock().instant();
        ZoneId zone = record.instruments().zone();
        LocalDate last = until.map(GivenTime::day).orElseGet(() -> LocalDate.ofInstant(now, zone));
        LocalDate first = from.map(GivenTime::day).orElseGet(() -> last.minusDays(USUAL_DAYS - 1L));
        if (first.isAfter(last)) {
            throw new UnusableCommandException(
                    "--from lies after --until: " + first + " and " + last + "; turn them round.");
        }
        Uptime.Stretch stretch = new Uptime.Stretch(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                now);
        List<Instrument> asked = instrument
                .map(new EventEntry(record)::instrument)
                .map(List::of)
                .orElseGet(() -> record.instruments().all());
        Printout list = printout("No instrument is in the record yet; 'fiducial instrument add' adds one.");
        ServiceLives lives = ServiceLives.of(record.instruments().registry(), record.checks()::firstMeasured);
        for (Instrument each : asked) {
            List<LoggedEvent> events = record.events().ofInstrument(each.id());
            Uptime uptime = Uptime.of(events, lives.life(each.id(), events, zone), stretch);
            add(list, each, uptime, first + " to " + last);
        }
        return list;
    }

    private static void add(Printout list, Instrument instrument, Uptime uptime, String period) {
        String share = uptime.availability().isPresent()
                ? String.format(
                        Locale.ROOT, "%.1f %%", Math.floor(uptime.availability().getAsDouble() * 1000) / 10)
                : "–";
        String expenses = uptime.entered().expenses().entrySet().stream()
                .map(each -> each.getValue().toPlainString() + " " + each.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
        ObjectNode node = list.add(String.format(
                                Locale.ROOT,
                                "%-16s %8s available %s, %.1f h down, %.1f h with care, %.1f h lost, %d events, %d open  %s",
                                instrument.slug(),
                                share,
                                period,
                                uptime.down().toMinutes() / 60.0,
                                uptime.restricted().toMinutes() / 60.0,
                                uptime.entered().lost().toMinutes() / 60.0,
                                uptime.events().all(),
                                uptime.events().open(),
                                expenses)
                        .stripTrailing())
                .put("instrument", instrument.slug());
        uptime.availability().ifPresent(each -> node.put("availability_percent", 100 * each));
        node.put("span_minutes", uptime.span().toMinutes())
                .put("down_minutes", uptime.down().toMinutes())
                .put("restricted_minutes", uptime.restricted().toMinutes())
                .put("lost_minutes", uptime.entered().lost().toMinutes())
                .put("events", uptime.events().all())
                .put("open", uptime.events().open());
        ObjectNode paid = node.putObject("expenses");
        uptime.entered().expenses().forEach((code, amount) -> paid.put(code, amount.toPlainString()));
    }
}
