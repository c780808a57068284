package org.fiducial.facility.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.service.LoggedEvent;

/**
 * The state of a light path at a time, composed of what the newest covering checks of each protocol say of its parts.
 *
 * @param configuration the light path
 * @param findings one for each protocol that was ever performed on it or on one that shares the parts it speaks for, worst
 *     first
 * @param open events that restrict its use at that time, newest first
 */
public record ConfigurationState(Configuration configuration, List<Finding> findings, List<LoggedEvent> open) {

    public ConfigurationState {
        findings = List.copyOf(findings);
        open = List.copyOf(open);
    }

    /** The worst of what is found and what is open; unknown if nothing is. */
    public Level level() {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        findings.forEach(each -> levels.add(each.level()));
        open.forEach(each -> levels.add(Level.of(each.event().report().effect())));
        return Level.worst(levels);
    }

    static ConfigurationState of(Known known, Configuration configuration, Instant at, Validity validity) {
        List<Finding> findings = new ArrayList<>();
        for (ProtocolEvidence each : ProtocolEvidence.of(known, configuration, validity)) {
            findings.add(each.at(at, validity));
        }
        findings.sort(Comparator.comparing(finding -> finding.level().urgency()));
        List<LoggedEvent> open = known.events().stream()
                .filter(each -> each.isOpen(at) && each.concerns(ids(configuration.components())))
                .toList();
        return new ConfigurationState(configuration, findings, open);
    }

    private static List<UUID> ids(List<Component> components) {
        return components.stream().map(Component::id).toList();
    }
}
