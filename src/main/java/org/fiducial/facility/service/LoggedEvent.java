package org.fiducial.facility.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.service.Event.Effect;
import org.fiducial.facility.service.FollowUp.Step;

/**
 * An event with what became of it.
 *
 * @param event what happened
 * @param followUps what was entered later, in the order it was entered
 */
public record LoggedEvent(Event event, List<FollowUp> followUps) {

    public LoggedEvent {
        followUps = List.copyOf(followUps);
    }

    /** Whether it was entered by mistake. */
    public boolean isWithdrawn() {
        for (FollowUp each : followUps) {
            if (each.step() == Step.WITHDRAWN) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it lasts at a time: it has happened by then, restricts the use, and is not over. Where it ended and was opened
     * again, what was entered last counts.
     */
    public boolean isOpen(Instant at) {
        return event.report().effect() != Effect.NONE
                && !event.at().isAfter(at)
                && !isWithdrawn()
                && end().map(end -> end.isAfter(at)).orElse(true);
    }

    /** When it was over; empty while it lasts. */
    public Optional<Instant> end() {
        return followUps.stream()
                .filter(each -> each.step() == Step.RESOLVED || each.step() == Step.REOPENED)
                .reduce((earlier, later) -> later)
                .filter(each -> each.step() == Step.RESOLVED)
                .map(FollowUp::at);
    }

    /** When its end is expected, as said last. */
    public Optional<Instant> expectedEnd() {
        return last(Step.EXPECTED).map(FollowUp::at);
    }

    /** Whether what was measured before it may no longer hold: work, or a fault that restricts the use. */
    public boolean mayHaveChanged() {
        return event.kind().isWork() || event.report().effect() != Effect.NONE;
    }

    /** Whether it concerns a light path with these parts. */
    public boolean concerns(List<UUID> components) {
        List<UUID> named = event.report().components();
        return named.isEmpty() || named.stream().anyMatch(components::contains);
    }

    /** Time lost by it and its follow-ups together. */
    public Duration timeLost() {
        Duration lost = event.report().loss().time();
        for (FollowUp each : followUps) {
            lost = lost.plus(each.account().loss().time());
        }
        return lost;
    }

    private Optional<FollowUp> last(Step step) {
        return followUps.stream().filter(each -> each.step() == step).reduce((earlier, later) -> later);
    }
}
