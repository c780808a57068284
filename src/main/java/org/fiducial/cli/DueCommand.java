package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.fiducial.facility.release.ReturnCheck;
import org.fiducial.facility.release.ReturnChecks;
import org.fiducial.facility.schedule.Due;
import org.fiducial.facility.schedule.DueDates;
import org.fiducial.facility.service.Event;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is due, now or on a day. */
@Command(
        name = "due",
        mixinStandardHelpOptions = true,
        description = "Lists the checks that are overdue, due, or due soon, now or on a day.",
        footer = {
            "",
            "Examples:",
            "  fiducial due",
            "  fiducial due --within 7",
            "  fiducial due --on 2026-03-12 --within 30 --json",
            "",
            "A check is due while its window is open and overdue after it; plans are made with 'fiducial schedule add'.",
            "What is asked for after work is listed with today; 'fiducial event checks' says more of it.",
            "Exit status: 0 done, 2 bad usage, 3 internal fault."
        })
final class DueCommand extends ListCommand {

    private static final String ROW = "%-8s %-10s  %-32s %-26s %-24s %-10s %4s  %s";

    @Option(names = "--on", paramLabel = "DATE", description = "The day asked for, for instance 2026-03-12.")
    private Optional<String> on = Optional.empty();

    @Option(
            names = "--within",
            paramLabel = "DAYS",
            description = "Leave out what is due later than so many days from then; without it all is listed.")
    private Optional<Integer> within = Optional.empty();

    DueCommand(Rooms rooms, Terminal terminal) {
        super(rooms, terminal);
    }

    @Override
    Printout list(FacilityRecord record) {
        Optional<LocalDate> asked = on.map(GivenTime::day);
        if (within.filter(days -> days < 0).isPresent()) {
            throw new UnusableCommandException(
                    "--within takes a number of days from 0 on, but '" + within.orElseThrow() + "' was given.");
        }

        DueDates dates = new DueDates(record.schedule(), record.instruments());
        LocalDate day = asked.orElseGet(() -> dates.today(rooms().clock()));
        List<Due> all = dates.on(day);
        List<Due> listed = all.stream()
                .filter(due -> within.map(days -> !due.day().isAfter(day.plusDays(days)))
                                .orElse(true)
                        || due.standing() != Due.Standing.NOT_YET)
                .toList();
        Printout list = printout(nothing(all, day));
        if (!listed.isEmpty()) {
            list.below(
                    String.format(ROW, "", "due", "configuration", "protocol", "window", "last", "min", "assigned to"));
        }
        ZoneId zone = record.instruments().zone();
        listed.forEach(due -> add(list, due, zone));
        if (day.equals(dates.today(rooms().clock()))) {
            EventReturnCommand.rules(record, rooms())
                    .outstanding(rooms().clock().instant())
                    .forEach(work -> work.lacking().forEach(check -> add(list, work, check, zone)));
        }
        return list;
    }

    private String nothing(List<Due> all, LocalDate day) {
        return all.isEmpty()
                ? "No check is planned; plan one with 'fiducial schedule add'."
                : "Nothing is due within " + within.orElse(0) + " days of " + day + "; the next is due on "
                        + all.get(0).day() + ".";
    }

    private static void add(Printout list, Due due, ZoneId zone) {
        String last = due.last()
                .map(check -> LocalDate.ofInstant(check.measuredAt(), zone).toString())
                .orElse("");
        ObjectNode node = list.add(String.format(
                                ROW,
                                words(due.standing()),
                                due.day(),
                                due.path().address(),
                                due.plan().subject().protocolId(),
                                due.opens() + " … " + due.closes(),
                                last.isEmpty() ? "never" : last,
                                due.plan().work().minutes(),
                                due.plan().work().assignedTo())
                        .stripTrailing())
                .put("standing", words(due.standing()))
                .put("due", due.day().toString())
                .put("instrument", due.path().instrumentSlug())
                .put("configuration", due.path().address())
                .put("protocol", due.plan().subject().protocolId())
                .put("opens", due.opens().toString())
                .put("closes", due.closes().toString())
                .put("minutes", due.plan().work().minutes())
                .put("assigned", due.plan().work().assignedTo())
                .put("plan", due.plan().version().planId().toString());
        if (!last.isEmpty()) {
            node.put("last", last);
        }
    }

    /** What is asked for after work is due at once and has no window. */
    private static void add(Printout list, ReturnChecks asked, ReturnCheck check, ZoneId zone) {
        Event work = asked.event().event();
        LocalDate day = LocalDate.ofInstant(work.at(), zone);
        String path = asked.instrument().slug() + "/" + check.path().slug();
        String protocol = check.protocol().reference().id();
        String why = "after the " + work.kind().words() + " of " + day;
        list.add(String.format("%-8s %-10s  %-32s %-26s %s", "due", "at once", path, protocol, why))
                .put("standing", "due")
                .put("instrument", asked.instrument().slug())
                .put("configuration", path)
                .put("protocol", protocol)
                .put("after", work.kind().word())
                .put("since", day.toString())
                .put("event", work.id().toString());
    }

    private static String words(Due.Standing standing) {
        return switch (standing) {
            case OVERDUE -> "overdue";
            case DUE -> "due";
            case NOT_YET -> "not yet";
        };
    }
}
