package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.report.NumberText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the protocols, or what one of them can be told. */
@Command(
        name = "protocols",
        mixinStandardHelpOptions = true,
        description =
                "Lists the protocols, those the facility made itself too, or what one of them can be told with --set.",
        footer = {"", "Examples:", "  fiducial protocols", "  fiducial protocols psf-beads"})
final class ProtocolsCommand implements Callable<Integer> {

    private static final int WIDTH = 110;
    private static final int INDENT = 30;

    private final Rooms rooms;
    private final Terminal terminal;

    @CommandLine.Parameters(
            arity = "0..1",
            paramLabel = "PROTOCOL",
            description = "The protocol whose parameters are asked for, for instance psf-beads.")
    private Optional<String> protocol = Optional.empty();

    @Option(names = "--json", description = "Print the list for a machine to read.")
    private boolean json;

    @Mixin
    private DataOptions data = new DataOptions();

    ProtocolsCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!rooms.holdsRecord(data.location())) {
            print(rooms.catalogue());
            return ExitStatus.DONE.code();
        }
        try (FacilityRecord record = rooms.open(data.location())) {
            print(rooms.catalogue(record));
            return ExitStatus.DONE.code();
        }
    }

    private void print(Catalogue catalogue) {
        if (protocol.isPresent()) {
            parameters(catalogue.require(protocol.get()).definition(), terminal, json);
        } else {
            all(catalogue);
        }
    }

    private void all(Catalogue catalogue) {
        Printout list = new Printout(terminal, json, "This build knows no protocol.");
        for (ProtocolDefinition each : catalogue.current()) {
            list.add(String.format(
                            "%-24s %s",
                            each.reference().id(), each.description().title()))
                    .put("id", each.reference().id())
                    .put("version", each.reference().version())
                    .put("title", each.description().title())
                    .put("intervalDays", each.intervalDays());
        }
        list.print();
    }

    /** Prints what a protocol can be told. */
    static void parameters(ProtocolDefinition definition, Terminal terminal, boolean json) {
        Printout list = new Printout(terminal, json, definition.reference() + " takes no parameters.");
        for (ParameterDefinition each : definition.parameters()) {
            ParameterDefinition.Presence presence = each.presence();
            ObjectNode node = list.add(String.format(
                            "  %-27s %s: %s%s", each.name(), each.title(), takes(each.kind()), whenMissing(presence)))
                    .put("name", each.name())
                    .put("title", each.title())
                    .put("takes", takes(each.kind()))
                    .put("required", presence.required())
                    .put("perChannel", presence.perChannel());
            presence.fallback().ifPresent(value -> node.put("default", value));
            node.put("help", each.help());
            words(each.kind()).ifPresent(words -> {
                ArrayNode choices = node.putArray("choices");
                words.forEach(choices::add);
            });
            wrapped(each.help()).forEach(line -> list.below(" ".repeat(INDENT) + line));
        }
        if (!json) {
            terminal.out().println("Parameters of " + definition.reference() + ", each as --set NAME=VALUE:");
        }
        list.print();
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH - INDENT) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().strip());
        return lines;
    }

    private static String whenMissing(ParameterDefinition.Presence presence) {
        String without =
                presence.fallback().map(value -> "; default " + value).orElse(presence.required() ? "; required" : "");
        return without + (presence.perChannel() ? "; also for one channel or file, as NAME.2" : "");
    }

    private static Optional<List<String>> words(ParameterKind kind) {
        return kind instanceof ParameterKind.Choice choice ? Optional.of(choice.words()) : Optional.empty();
    }

    private static String takes(ParameterKind kind) {
        if (kind instanceof ParameterKind.Choice choice) {
            return String.join("|", choice.words());
        }
        if (kind instanceof ParameterKind.Line line) {
            return "a text of up to " + line.longest() + " characters";
        }
        if (kind instanceof ParameterKind.Calibration) {
            return "a YAML file with a certificate";
        }
        if (kind instanceof ParameterKind.Readings readings) {
            return "1 to " + readings.most() + " readings, each " + takes(readings.reading());
        }
        ParameterKind.Measure measure = (ParameterKind.Measure) kind;
        return ("a number from " + NumberText.bare(measure.low()) + " to " + NumberText.bare(measure.high()) + " "
                        + measure.unit().sign())
                .strip();
    }
}
