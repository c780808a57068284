package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.schedule.Due;
import org.fiducial.facility.schedule.DueDates;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.facility.status.Level;
import org.fiducial.facility.status.PlannedValidity;
import org.fiducial.facility.status.ProtocolValidity;
import org.fiducial.facility.status.States;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Spelling;
import org.fiducial.report.StateText;
import org.fiducial.report.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The state of one instrument or of all, now or on a day. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says the state of one instrument or of all, now or at the end of a day.",
        footer = {
            "",
            "Example: was the confocal within its limits the day my images were made?",
            "  fiducial status lsm-1 --on 2026-03-12",
            "",
            "States: fine, usable with care, do not use, unknown.",
            "Exit status: 0 done, 1 done and an instrument is not to be used, 2 bad usage, 3 internal fault."
        })
final class StatusCommand implements Callable<Integer> {

    private final Rooms rooms;
    private Catalogue catalogue = new Catalogue(List.of());
    private final Terminal terminal;

    @CommandLine.Parameters(
            arity = "0..1",
            paramLabel = "INSTRUMENT",
            description = "The instrument's name in addresses; without it all are listed.")
    private Optional<String> slug = Optional.empty();

    @Option(names = "--on", paramLabel = "DATE", description = "The day asked for, for instance 2026-03-12.")
    private Optional<String> on = Optional.empty();

    @Option(names = "--json", description = "Print the states for a machine to read.")
    private boolean json;

    @Mixin
    private DataOptions data = new DataOptions();

    StatusCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<LocalDate> day = on.map(GivenTime::day);
        try (FacilityRecord record = data.openExisting(rooms)) {
            catalogue = rooms.catalogue(record);
            ZoneId zone = record.instruments().zone();
            Instant at = day.map(asked -> endOf(asked, zone)).orElseGet(rooms.clock()::instant);
            List<Due> due = new DueDates(record.schedule(), record.instruments()).on(LocalDate.ofInstant(at, zone));
            States states = new States(
                    record.instruments(),
                    record.checks(),
                    record.events(),
                    new PlannedValidity(due, zone, new ProtocolValidity(this::definition)),
                    () -> Doubts.of(record.kit(), record.checks()));
            List<Line> lines = asked(record.instruments()).stream()
                    .map(instrument -> new Line(instrument, states.of(instrument, at)))
                    .toList();
            print(lines, zone, at);
            return lines.stream().anyMatch(line -> line.state.level() == Level.DO_NOT_USE)
                    ? ExitStatus.DONE_WITH_FAIL.code()
                    : ExitStatus.DONE.code();
        }
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    private record Line(Instrument instrument, InstrumentState state) {}

    private List<Instrument> asked(Instruments instruments) {
        if (slug.isEmpty()) {
            return instruments.inService();
        }
        return List.of(instruments
                .bySlug(slug.orElseThrow())
                .orElseThrow(() -> new UnusableCommandException(
                        "There is no instrument '" + slug.orElseThrow() + "'; " + advice(instruments) + ".")));
    }

    private String advice(Instruments instruments) {
        List<String> known = instruments.all().stream().map(Instrument::slug).toList();
        return known.isEmpty()
                ? "add one with 'fiducial instrument add FILE.yaml'"
                : Spelling.advice(slug.orElseThrow(), known);
    }

    private Optional<ProtocolDefinition> definition(ProtocolReference protocol) {
        return catalogue
                .find(protocol.toString())
                .or(() -> catalogue.find(protocol.id()))
                .map(Catalogue.Entry::definition);
    }

    private void print(List<Line> lines, ZoneId zone, Instant at) {
        StateText text = new StateText(Texts.of(Locale.UK), zone, this::title);
        Printout list = new Printout(
                terminal, json, "There is no instrument yet; add one with 'fiducial instrument add FILE.yaml'.");
        for (Line line : lines) {
            ObjectNode node = list.add(String.format(
                            "%-20s %-16s %s",
                            line.instrument.slug(),
                            line.state.level().words(),
                            text.of(line.state).sentence()))
                    .put("instrument", line.instrument.slug())
                    .put("at", at.toString())
                    .put("state", line.state.level().words())
                    .put("because", text.of(line.state).sentence());
            line.state
                    .decidingFinding()
                    .flatMap(finding -> finding.bracket().before())
                    .ifPresent(check -> node.put("check", check.id().toString()));
            evidence(line.state, text, node.putArray("evidence"));
            if (slug.isPresent() && line.state.findings() > 1) {
                line.state.configurations().stream()
                        .flatMap(configuration -> configuration.findings().stream())
                        .forEach(finding -> list.below(String.format(
                                "  %-18s %s",
                                finding.level().words(), text.of(finding).sentence())));
            }
        }
        list.print();
    }

    private static void evidence(InstrumentState state, StateText text, ArrayNode evidence) {
        state.configurations().stream()
                .flatMap(configuration -> configuration.findings().stream())
                .forEach(finding -> evidence.addObject()
                        .put("configuration", finding.asked().slug())
                        .put("protocol", finding.protocol().id())
                        .put("state", finding.level().words())
                        .put("standing", finding.standing().word())
                        .put("because", text.of(finding).sentence()));
    }

    private String title(String protocol) {
        return catalogue
                .find(protocol)
                .map(entry -> entry.definition().description().title())
                .orElse(protocol);
    }
}
