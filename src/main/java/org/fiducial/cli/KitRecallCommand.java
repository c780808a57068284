package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.kit.Recall;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says that something of the kit was wrong for some time, and lists every check that reaches. */
@Command(
        name = "recall",
        mixinStandardHelpOptions = true,
        description = "Says that a slide or meter was wrong for some time; lists every check that used it.",
        footer = {
            "",
            "Examples:",
            "  fiducial kit recall ps-1 --from 2026-01-15 --reason \"slide dropped\" --preview",
            "  fiducial kit recall pm-1 --from 2026-01-15 --to 2026-06-30 --reads-low 4 --reason \"sensor aged\"",
            "",
            "Values stay. Where the error of a meter is given, only verdicts that change within it are doubtful."
        })
final class KitRecallCommand implements Callable<Integer> {

    private final Rooms rooms;
    private final Terminal terminal;

    @CommandLine.Parameters(index = "0", paramLabel = "SLUG", description = "The slide or meter, for instance pm-1.")
    private String slug = "";

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First day it was wrong.")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Last day it was wrong; without it, until further notice.")
    private Optional<String> to = Optional.empty();

    @Mixin
    private ReasonedOptions who = new ReasonedOptions();

    @Option(names = "--reads-low", paramLabel = "PERCENT", description = "The meter reads low by this much.")
    private Optional<Double> readsLow = Optional.empty();

    @Option(names = "--reads-high", paramLabel = "PERCENT", description = "The meter reads high by this much.")
    private Optional<Double> readsHigh = Optional.empty();

    @Option(names = "--preview", description = "Only list what it would reach; enter nothing.")
    private boolean preview;

    @Option(names = "--json", description = "Print the list for a machine to read.")
    private boolean json;

    @Mixin
    private DataOptions data = new DataOptions();

    KitRecallCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (FacilityRecord record = data.openReal(rooms, false)) {
            KitItem.require(record.kit(), slug);
            Facility home = record.instruments().home().orElseThrow();
            Recall recall = typed(home);
            if (!preview) {
                record.kit().add(recall);
            }
            Printout list = new Printout(terminal, json, "No check used it in that time.");
            print(Doubts.of(recall, record.checks()), record, list);
            list.print();
            if (!json) {
                terminal.out()
                        .println(
                                preview
                                        ? "Nothing was entered; leave --preview away to enter the recall."
                                        : "Entered recall " + recall.id() + " of " + slug + ".");
                terminal.out().flush();
            }
            return ExitStatus.DONE.code();
        }
    }

    private Recall typed(Facility home) {
        ZoneId zone = home.zone();
        Instant start = GivenTime.day(from).atStartOfDay(zone).toInstant();
        Optional<Instant> end = to.map(GivenTime::day).map(day -> endOf(day, zone));
        if (start.isAfter(rooms.clock().instant())) {
            throw new UnusableCommandException(
                    "--from takes the first day it was wrong, but " + from + " lies in the future.");
        }
        try {
            return new Recall(
                    rooms.ids().get(),
                    home.id(),
                    slug,
                    new Recall.Period(start, end),
                    new Recall.Fault(who.reason(), readsPercent()),
                    new Recall.Entry(who.by(), rooms.clock().instant(), zone),
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new UnusableCommandException("This recall cannot be entered: " + e.getMessage() + ".", e);
        }
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    private OptionalDouble readsPercent() {
        if (readsLow.isPresent() && readsHigh.isPresent()) {
            throw new UnusableCommandException("--reads-low and --reads-high were both given; keep one.");
        }
        return readsLow.map(low -> OptionalDouble.of(-low))
                .or(() -> readsHigh.map(OptionalDouble::of))
                .orElse(OptionalDouble.empty());
    }

    private static void print(Doubts doubts, FacilityRecord record, Printout list) {
        ZoneId zone = record.instruments().zone();
        Map<UUID, String> instruments =
                record.instruments().all().stream().collect(Collectors.toMap(Instrument::id, Instrument::slug));
        for (Doubt doubt : doubts.all()) {
            CheckSummary check = doubt.use().check();
            String stand = instruments.getOrDefault(doubt.use().instrumentId(), "");
            String doubtful = doubt.isDoubtful() ? "doubtful" : "unaffected by the recall";
            ObjectNode node = list.add(String.format(
                            "%s  %-16s %-24s %-14s %s  %s",
                            check.measuredAt().atZone(zone).toLocalDate(),
                            stand,
                            check.protocol(),
                            check.overall().word(),
                            doubtful,
                            check.id()))
                    .put("check", check.id().toString())
                    .put("instrument", stand)
                    .put("protocol", check.protocol().toString())
                    .put("measured_at", check.measuredAt().toString())
                    .put("performed_by", doubt.use().performedBy())
                    .put("verdict", check.overall().word())
                    .put("doubtful", doubt.isDoubtful());
            ArrayNode arithmetic = node.putArray("arithmetic");
            doubt.arithmetic().forEach(sentence -> {
                list.below("  " + sentence);
                arithmetic.add(sentence);
            });
        }
        List<String> people = doubts.people();
        if (!people.isEmpty()) {
            list.below("Tell " + String.join(", ", people) + ", who made these checks.");
        }
    }

    /** Withdraws a recall. */
    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = "Withdraws a recall that was itself wrong; it stays readable.",
            footer = {
                "",
                "Example: fiducial kit withdraw 0199a000-0000-7000-8000-000000000001 --reason \"wrong meter named\""
            })
    static final class Withdraw extends EntryCommand {

        @CommandLine.Parameters(index = "0", paramLabel = "RECALL", description = "The recall's identifier.")
        private UUID id = new UUID(0, 0);

        @Mixin
        private ReasonedOptions who = new ReasonedOptions();

        Withdraw(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            if (who.reason().isEmpty()) {
                throw new UnusableCommandException("--reason is empty; say why the recall does not hold.");
            }

            record.kit()
                    .withdraw(new Recall.Withdrawal(
                            rooms().ids().get(),
                            id,
                            who.reason(),
                            new Recall.Entry(
                                    who.by(),
                                    rooms().clock().instant(),
                                    record.instruments().zone())));
            return "Withdrew recall " + id + "; its checks are no longer in doubt.";
        }
    }

    /** Lists recalls. */
    @Command(
            name = "recalls",
            mixinStandardHelpOptions = true,
            description = "Lists what was recalled, newest first, withdrawn recalls too.",
            footer = {"", "Example: fiducial kit recalls"})
    static final class Listing extends ListCommand {

        Listing(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        Printout list(FacilityRecord record) {
            ZoneId zone = record.instruments().zone();
            Printout list = printout("Nothing was recalled.");
            for (Recall recall : record.kit().recalls()) {
                String from = recall.period().from().atZone(zone).toLocalDate().toString();
                Optional<String> to = recall.period()
                        .to()
                        .map(end -> end.atZone(zone).toLocalDate().toString());
                ObjectNode node = list.add(String.format(
                                "%-16s from %s%s  %s  %s  %s",
                                recall.slug(),
                                from,
                                to.map(day -> " to " + day).orElse(""),
                                recall.holds() ? "holds" : "withdrawn",
                                recall.id(),
                                recall.fault().reason()))
                        .put("id", recall.id().toString())
                        .put("slug", recall.slug())
                        .put("from", from)
                        .put("reason", recall.fault().reason())
                        .put("by", recall.entry().by())
                        .put("holds", recall.holds());
                to.ifPresent(day -> node.put("to", day));
                recall.fault().readsPercent().ifPresent(percent -> node.put("reads_percent", percent));
            }
            return list;
        }
    }
}
