package org.fiducial.facility.interval;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fiducial.facility.advice.Advice;
import org.fiducial.facility.advice.Adviser;
import org.fiducial.facility.advice.Aim;
import org.fiducial.facility.advice.Drifting;
import org.fiducial.facility.advice.History;
import org.fiducial.facility.advice.Question;
import org.fiducial.facility.advice.Sisters;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.service.Events;

/**
 * The advice on a plan, from the checks it asked for and from those on like light paths of other instruments of the facility: of
 * the same kinds of parts, and with an objective of the same immersion.
 *
 * <p>Limits: the newest {@value #OWN} checks of each light path of the plan, and the newest {@value #OF_A_SISTER} of at most
 * {@value #SISTERS} like ones, so that an answer takes milliseconds however long the record is.
 * A drift is sought in the newest 24 values that may be compared.
 */
public final class PlanAdvice {

    private static final int OWN = 600;
    private static final int SISTERS = 12;
    /** Like paths that are looked at: this protocol need not be done on all. */
    private static final int ASKED = 2 * SISTERS;

    private static final int OF_A_SISTER = 60;

    private final Instruments instruments;
    private final PastChecks past;
    private final DriftingValues values;

    /**
     * Advice from a record.
     *
     * @param doubtful the checks of an instrument whose verdicts a recall makes doubtful
     */
    public PlanAdvice(Instruments instruments, Checks checks, Events events, Function<UUID, Set<UUID>> doubtful) {
        this.instruments = instruments;
        this.past = new PastChecks(checks, events, doubtful);
        this.values = new DriftingValues(checks);
    }

    /**
     * What is advised of a plan.
     *
     * @param planned the interval it has
     * @param advice of the interval of one light path
     */
    public record Advised(PlannedInterval planned, Advice advice) {}

    /** The advice; none where the plan is ended, or its days are not those of a calendar. */
    public Optional<Advised> of(Plan plan, Aim aim) {
        if (!plan.inForce()) {
            return Optional.empty();
        }
        return PlannedInterval.of(plan).map(planned -> new Advised(planned, advice(plan, planned, aim)));
    }

    private Advice advice(Plan plan, PlannedInterval planned, Aim aim) {
        Plan.Subject subject = plan.subject();
        List<Configuration> paths = instruments.configurations(subject.instrumentId()).stream()
                .filter(path -> subject.configurationIds().contains(path.id()))
                .toList();
        List<PastChecks.Past> own = paths.stream()
                .map(path -> past.of(path, subject.protocolId(), OWN))
                .toList();
        Set<Likeness> like = paths.stream().map(Likeness::of).collect(Collectors.toSet());
        Sisters sisters = Sisters.of(instruments.inService().stream()
                .filter(each -> !each.id().equals(subject.instrumentId()))
                .flatMap(each -> likePaths(each, like).stream())
                .limit(ASKED)
                .map(path -> past.of(path, subject.protocolId(), OF_A_SISTER)
                        .history()
                        .observations())
                .filter(observations -> !observations.isEmpty())
                .limit(SISTERS)
                .toList());
        Adviser adviser = new Adviser(planned.ladder(), Adviser.USUAL.tail());
        History history =
                History.together(own.stream().map(PastChecks.Past::history).toList());
        return adviser.advise(new Question(planned.ofPath(), aim, history, sisters, drift(own)));
    }

    /** The number of any of the paths that is beyond its limit, or comes there first. */
    private Optional<Drifting> drift(List<PastChecks.Past> own) {
        return own.stream()
                .flatMap(each -> values.among(each.comparable()).stream())
                .min(DriftingValues.SOONEST);
    }

    private List<Configuration> likePaths(Instrument instrument, Set<Likeness> like) {
        return instruments.inUse(instrument.id()).stream()
                .filter(path -> like.contains(Likeness.of(path)))
                .toList();
    }

    /** What light paths have in common that fail alike: the kinds of their parts, and the immersion of the objective. */
    private record Likeness(Set<Component.Kind> kinds, Set<String> immersions) {

        static Likeness of(Configuration path) {
            return new Likeness(
                    path.components().stream().map(Component::kind).collect(Collectors.toSet()),
                    path.components().stream()
                            .map(each -> each.properties().get("immersion"))
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()));
        }
    }
}
