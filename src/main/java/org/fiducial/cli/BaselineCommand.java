package org.fiducial.cli;

import java.util.List;
import org.fiducial.facility.check.BaselineMaker;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.judgement.Entry;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a baseline of checks. */
@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        description = "Makes a baseline of checks of one protocol on one light path: median or mean of every number.",
        footer = {
            "",
            "Example:",
            "  fiducial baseline 0199a000-0000-7000-8000-000000000001 0199a000-0000-7000-8000-000000000002 \\",
            "      --reason \"new objective accepted\"",
            "",
            "Limits in per cent refer to the baseline they were set with; 'fiducial limits set' takes the newest."
        })
final class BaselineCommand extends EntryCommand {

    @CommandLine.Parameters(arity = "1..*", paramLabel = "CHECK", description = "The identifiers of the checks.")
    private List<String> checks = List.of();

    @Option(names = "--estimator", paramLabel = "WORD", description = "median (the default) or mean.")
    private String estimator = "median";

    @Mixin
    private ReasonedOptions who = new ReasonedOptions();

    BaselineCommand(Rooms rooms, Terminal terminal) {
        super(rooms, terminal);
    }

    @Override
    String enter(FacilityRecord record) {
        Baseline.Estimator chosen = Baseline.Estimator.of(estimator)
                .orElseThrow(() -> new UnusableCommandException(
                        "A baseline is the median or the mean of checks, but '" + estimator + "' was given."));

        Baseline baseline = new BaselineMaker(record.checks(), record.reviews(), record.limits())
                .make(
                        rooms().ids().get(),
                        new Baseline.Sample(
                                chosen, checks.stream().map(CheckCommand::id).toList()),
                        new Entry(who.by(), rooms().clock().instant(), who.reason()));
        return "Made " + baseline.name() + " of "
                + baseline.series().protocolId() + " with "
                + baseline.values().size() + " numbers.";
    }
}
