package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.advice.Aim;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.interval.PlanAdvice;
import org.fiducial.facility.interval.PlanAdvice.Advised;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.PlannedPath;
import org.fiducial.report.AdviceText;
import org.fiducial.report.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How often what is planned should be checked. */
@Command(
        name = "advice",
        mixinStandardHelpOptions = true,
        description = "Says how often what is planned should be checked, from what checks found. Changes nothing.",
        footer = {
            "",
            "Examples:",
            "  fiducial advice",
            "  fiducial advice 3f9a2c",
            "  fiducial advice 3f9a2c --bad-month 10",
            "",
            "A plan is changed by a person, on its page or with 'fiducial schedule'.",
            "Exit status: 0 done, 2 bad usage, 3 internal fault."
        })
final class AdviceCommand extends ListCommand {

    private static final double MINUTES_PER_HOUR = 60;

    @Parameters(
            arity = "0..1",
            paramLabel = "PLAN",
            description = "The characters 'fiducial schedule list' begins its line with; without it all plans.")
    private Optional<String> code = Optional.empty();

    @Option(
            names = "--target",
            paramLabel = "SHARE",
            description = "The share of checks that is to be good; 0.9 without it.")
    private Optional<Double> target = Optional.empty();

    @Option(
            names = "--bad-month",
            paramLabel = "HOURS",
            description =
                    "What a month costs in which an instrument is bad and nobody knows; then the interval is advised"
                            + " at which checks and bad months cost least together.")
    private Optional<Double> badMonth = Optional.empty();

    AdviceCommand(Rooms rooms, Terminal terminal) {
        super(rooms, terminal);
    }

    @Override
    Printout list(FacilityRecord record) {
        requireUsable();
        Doubts doubts = Doubts.of(record.kit(), record.checks());
        PlanAdvice advice = new PlanAdvice(record.instruments(), record.checks(), record.events(), doubts::doubtful);
        Map<UUID, PlannedPath> paths = record.instruments().facilities().stream()
                .flatMap(facility -> record.schedule().paths(facility.id()).stream())
                .collect(Collectors.toMap(PlannedPath::configurationId, Function.identity()));
        Printout list = printout("There is no plan whose days are those of a calendar; make one with"
                + " 'fiducial schedule add PROTOCOL'.");
        AdviceText text =
                new AdviceText(Texts.of(Locale.UK), record.instruments().zone());
        plans(record).forEach(plan -> advice.of(plan, aim(plan))
                .ifPresent(advised -> add(list, plan, advised, text, paths)));
        return list;
    }

    private void requireUsable() {
        if (target.isPresent() && badMonth.isPresent()) {
            throw new UnusableCommandException("--target and --bad-month are two aims; give one of them.");
        }
        if (target.filter(share -> !(share > 0 && share < 1)).isPresent()) {
            throw new UnusableCommandException(
                    "--target takes a share between 0 and 1, for instance 0.9, but " + target.get() + " was given.");
        }
        if (badMonth.filter(hours -> !(hours > 0 && hours <= 10_000)).isPresent()) {
            throw new UnusableCommandException(
                    "--bad-month takes more than 0 and at most 10000 hours, but " + badMonth.get() + " was given.");
        }
    }

    private Stream<Plan> plans(FacilityRecord record) {
        if (code.isPresent()) {
            return Stream.of(ScheduleCommand.known(record, rooms(), code.get()));
        }
        return record.instruments().facilities().stream()
                .flatMap(facility ->
                        record.schedule().plans(facility.id(), rooms().clock().instant()).stream());
    }

    /** A check without work is reckoned as one of a minute. */
    private Aim aim(Plan plan) {
        return badMonth.<Aim>map(hours -> new Aim.Cost(Math.max(1, plan.work().minutes()) / MINUTES_PER_HOUR, hours))
                .or(() -> target.map(Aim.Target::new))
                .orElse(Aim.USUAL);
    }

    private void add(Printout list, Plan plan, Advised advised, AdviceText text, Map<UUID, PlannedPath> paths) {
        List<String> where = plan.subject().configurationIds().stream()
                .map(paths::get)
                .map(PlannedPath::address)
                .toList();
        String suggestion = text.suggestion(advised);
        ObjectNode node = list.add(String.format(
                        "%s  %-26s %-34s %s",
                        plan.version().code(), plan.subject().protocolId(), String.join(", ", where), suggestion))
                .put("plan", plan.version().planId().toString())
                .put("code", plan.version().code())
                .put("protocol", plan.subject().protocolId())
                .put("suggestion", suggestion)
                .put("months", advised.planned().months());
        where.forEach(node.putArray("configurations")::add);
        AdviceText.step(advised).ifPresent(step -> node.put("every", step.word()));
        ArrayNode why = node.putArray("why");
        text.why(advised, plan.work().minutes()).forEach(sentence -> {
            why.add(sentence);
            if (code.isPresent()) {
                list.below("  " + sentence);
            }
        });
    }
}
