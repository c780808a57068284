package org.fiducial.facility.status;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fiducial.facility.service.LoggedEvent;

/**
 * The state of an instrument at a time, as it is known today: that of its light paths, and what restricts the use of the
 * whole.
 *
 * @param configurations the state of every light path, worst first; those nothing was ever checked on last
 * @param open events that restrict its use at that time, newest first
 */
public record InstrumentState(List<ConfigurationState> configurations, List<LoggedEvent> open) {

    public InstrumentState {
        configurations = List.copyOf(configurations);
        open = List.copyOf(open);
    }

    /**
     * The state at a time.
     *
     * @param known what is known of the instrument today; checks and events after the time asked for confirm or cast doubt
     *     backwards
     * @param at the time asked for
     * @param validity how long checks hold and what they speak for
     */
    public static InstrumentState of(Known known, Instant at, Validity validity) {
        List<ConfigurationState> configurations = known.configurations().stream()
                .map(configuration -> ConfigurationState.of(known, configuration, at, validity))
                .sorted(Comparator.comparing((ConfigurationState each) -> isUntouched(each))
                        .thenComparing(each -> each.level().urgency()))
                .toList();
        List<LoggedEvent> open =
                known.events().stream().filter(each -> each.isOpen(at)).toList();
        return new InstrumentState(configurations, open);
    }

    private static boolean isUntouched(ConfigurationState configuration) {
        return configuration.findings().isEmpty() && configuration.open().isEmpty();
    }

    /** The worst of its light paths that were ever checked, and of what is open; unknown if nothing is known. */
    public Level level() {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        for (ConfigurationState each : configurations) {
            if (!isUntouched(each)) {
                levels.add(each.level());
            }
        }
        open.forEach(each -> levels.add(Level.of(each.event().report().effect())));
        return Level.worst(levels);
    }

    /** The open event that decides the state, if one does: the newest of those that are as bad as the whole. */
    public Optional<LoggedEvent> decidingEvent() {
        Level level = level();
        return open.stream()
                .filter(each -> Level.of(each.event().report().effect()) == level)
                .findFirst();
    }

    /** The finding that decides the state, if one does: the one whose evidence is newest among the worst. */
    public Optional<Finding> decidingFinding() {
        Level level = level();
        return configurations.stream()
                .flatMap(each -> each.findings().stream())
                .filter(each -> each.level() == level)
                .max(Comparator.comparing(each ->
                        each.bracket().before().map(check -> check.measuredAt()).orElse(Instant.MIN)));
    }

    /** Since when it is in this state, as far as what decides it says. */
    public Optional<Instant> since() {
        return decidingEvent().map(logged -> logged.event().at()).or(() -> decidingFinding()
                .flatMap(Finding::since));
    }

    /** How many findings there are of all light paths, those inferred from another one not counted. */
    public long findings() {
        return configurations.stream()
                .flatMap(each -> each.findings().stream())
                .filter(each -> !each.isInferred())
                .count();
    }
}
