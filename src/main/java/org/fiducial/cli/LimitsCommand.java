package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.DecisionRule;
import org.fiducial.facility.judgement.LimitScope;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.LimitSetting;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Statistic;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows and sets what values are judged by. */
@Command(
        name = "limits",
        mixinStandardHelpOptions = true,
        description = "Shows what values are judged by, and puts limits of the facility's own in force.",
        footer = {
            "",
            "Examples:",
            "  fiducial limits show lsm-1/oil63-488 psf-beads",
            "  fiducial limits set lsm-1/oil63-488 psf-beads psf.fwhm.x --fail ..0.3 --reason \"as accepted\""
        })
final class LimitsCommand extends CommandGroup {

    private static Configuration path(FacilityRecord record, String name) {
        return record.instruments()
                .configuration(name)
                .orElseThrow(() -> new UnusableCommandException(
                        "There is no optical configuration '" + name + "'; 'fiducial instrument list' names them."));
    }

    private static LocalDate today(FacilityRecord record, Rooms rooms) {
        return LocalDate.ofInstant(rooms.clock().instant(), record.instruments().zone());
    }

    /** Shows the limits in force. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows the limits in force on a day, with their source.",
            footer = {"", "Example: fiducial limits show lsm-1/oil63-488 psf-beads --on 2026-03-12"})
    static final class Show extends ListCommand {

        @CommandLine.Parameters(index = "0", paramLabel = "INSTRUMENT/CONFIGURATION", description = "The light path.")
        private String configuration = "";

        @CommandLine.Parameters(index = "1", paramLabel = "PROTOCOL", description = "The protocol.")
        private String protocol = "";

        @Option(names = "--on", paramLabel = "DATE", description = "The day; default today.")
        private Optional<String> on = Optional.empty();

        Show(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        Printout list(FacilityRecord record) {
            ProtocolDefinition definition =
                    rooms().catalogue(record).require(protocol).definition();

            Configuration path = path(record, configuration);
            LocalDate day = on.map(GivenTime::day).orElseGet(() -> today(record, rooms()));
            Optional<LimitVersion> own = LimitVersion.inForce(
                    record.limits().versions(path.id(), definition.reference().id()), day);
            Printout list = printout("The protocol proposes no limit, and nobody set one.");
            for (DefaultLimit limit : LimitSet.of(definition, own).limits()) {
                Optional<OwnLimit> mine = own.flatMap(each -> each.limit(limit.metric(), limit.statistic()));
                String source = mine.isPresent() ? own.orElseThrow().name() : "default of " + definition.reference();
                Bounds warning = mine.map(each -> each.tolerance().warning()).orElse(limit.warning());
                Bounds fail = mine.map(each -> each.tolerance().fail()).orElse(limit.fail());
                String kind = mine.map(each -> each.tolerance().kind().word()).orElse("absolute");
                DecisionRule rule = mine.map(OwnLimit::rule).orElse(DecisionRule.SIMPLE);
                ObjectNode node = list.add(String.format(
                                "%-24s %-7s warning %s, fail %s, %s, %s; %s",
                                limit.metric(),
                                limit.statistic().word(),
                                words(warning),
                                words(fail),
                                kind,
                                rule.words(),
                                source))
                        .put("metric", limit.metric())
                        .put("statistic", limit.statistic().word())
                        .put("kind", kind)
                        .put("rule", rule.word())
                        .put("warning", words(warning))
                        .put("fail", words(fail))
                        .put("source", source);
                node.put("reason", mine.isPresent() ? own.orElseThrow().entry().reason() : limit.reason());
            }
            return list;
        }

        private static String words(Bounds bounds) {
            String low = bounds.low().isPresent() ? String.valueOf(bounds.low().getAsDouble()) : "";
            String high =
                    bounds.high().isPresent() ? String.valueOf(bounds.high().getAsDouble()) : "";
            return low.isEmpty() && high.isEmpty() ? "none" : low + ".." + high;
        }
    }

    /** Sets one limit. */
    @Command(
            name = "set",
            mixinStandardHelpOptions = true,
            description = "Puts the next version of limits in force: those of before with one metric changed.",
            footer = {
                "",
                "Bounds are written LOW..HIGH in the unit of the metric, one side may be left away; for per cent how far",
                "the value may go down and up, for instance -10..20.",
                "Example: fiducial limits set lsm-1/oil63-488 psf-beads psf.fwhm.x --kind percent-of-baseline \\",
                "    --warning -10..10 --fail -20..20 --rule guarded --reason \"agreed with the users\""
            })
    static final class Setting extends EntryCommand {

        @CommandLine.Parameters(index = "0", paramLabel = "INSTRUMENT/CONFIGURATION", description = "The light path.")
        private String configuration = "";

        @CommandLine.Parameters(index = "1", paramLabel = "PROTOCOL", description = "The protocol.")
        private String protocol = "";

        @CommandLine.Parameters(
                index = "2",
                paramLabel = "METRIC",
                description = "The metric, for instance psf.fwhm.x.")
        private String metric = "";

        @Option(
                names = "--for",
                paramLabel = "SCOPE",
                description = "configuration (the default), instrument or everywhere.")
        private String scope = "configuration";

        @Option(names = "--statistic", paramLabel = "WORD", description = "median (the default), mean, value …")
        private String statistic = "median";

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                description = "absolute (the default), percent-of-baseline or percent-of-theory.")
        private String kind = "absolute";

        @Option(names = "--warning", paramLabel = "LOW..HIGH", description = "Outside these it warns.")
        private Optional<String> warning = Optional.empty();

        @Option(names = "--fail", paramLabel = "LOW..HIGH", description = "Outside these it fails.")
        private Optional<String> fail = Optional.empty();

        @Option(names = "--rule", paramLabel = "RULE", description = "simple (the default) or guarded acceptance.")
        private String rule = "simple";

        @Option(names = "--default", description = "Go back to what the protocol proposes for the metric.")
        private boolean back;

        @Option(names = "--from", paramLabel = "DATE", description = "The first day; default today.")
        private Optional<String> from = Optional.empty();

        @Mixin
        private ReasonedOptions who = new ReasonedOptions();

        Setting(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            ProtocolDefinition definition =
                    rooms().catalogue(record).require(protocol).definition();

            Configuration path = path(record, configuration);
            LimitSetting setting = new LimitSetting(record.limits(), rooms().clock(), rooms().ids());
            LimitVersion.Subject subject =
                    new LimitVersion.Subject(definition.reference().id(), scope(record, path));
            LimitVersion version = setting.set(
                    new LimitSetting.Wish(
                            path.id(),
                            subject,
                            from.map(GivenTime::day).orElseGet(() -> today(record, rooms())),
                            changed(setting.newest(path.id(), subject), definition)),
                    new LimitSetting.Signature(who.by(), who.reason()));
            return "Put " + version.name() + ".";
        }

        private List<OwnLimit> changed(Optional<LimitVersion> before, ProtocolDefinition definition) {
            Statistic judged = statistic();
            List<OwnLimit> limits =
                    new ArrayList<>(before.map(each -> each.terms().limits()).orElse(List.of()).stream()
                            .filter(limit -> !limit.metric().equals(metric) || limit.statistic() != judged)
                            .toList());
            if (!back) {
                OwnLimit limit = new OwnLimit(
                        metric,
                        judged,
                        new Tolerance(
                                Tolerance.Kind.of(kind).orElseThrow(() -> unknown("kind of limit", kind)),
                                bounds(warning),
                                bounds(fail)),
                        DecisionRule.of(rule).orElseThrow(() -> unknown("decision rule", rule)));
                limit.requireOf(definition);
                limits.add(limit);
            }
            return limits;
        }

        private LimitScope scope(FacilityRecord record, Configuration path) {
            return switch (scope) {
                case "configuration" -> new LimitScope(LimitScope.Reach.CONFIGURATION, path.id());
                case "instrument" -> new LimitScope(LimitScope.Reach.INSTRUMENT, path.instrumentId());
                case "everywhere" ->
                    new LimitScope(
                            LimitScope.Reach.EVERYWHERE,
                            record.instruments().home().orElseThrow().id());
                default -> throw unknown("scope", scope);
            };
        }

        private Statistic statistic() {
            for (Statistic each : Statistic.values()) {
                if (each.word().equals(statistic)) {
                    return each;
                }
            }
            throw unknown("statistic", statistic);
        }

        private static Bounds bounds(Optional<String> typed) {
            String text = typed.orElse("..");
            int dots = text.indexOf("..");
            if (dots < 0) {
                throw unknown("pair of bounds", text);
            }
            Bounds bounds;
            try {
                bounds = new Bounds(side(text.substring(0, dots)), side(text.substring(dots + 2)));
            } catch (IllegalArgumentException e) {
                throw new UnusableCommandException(
                        "'" + text + "' is no pair of bounds; write the lower and the higher, for instance 0.2..0.3.",
                        e);
            }
            return bounds;
        }

        private static OptionalDouble side(String text) {
            return text.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text.strip()));
        }

        private static UnusableCommandException unknown(String what, String word) {
            return new UnusableCommandException(
                    "'" + word + "' is no " + what + "; 'fiducial limits set --help' names what there is.");
        }
    }
}
