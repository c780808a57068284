package org.fiducial.web.records;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.schedule.Schedule;

/** How far the record has grown, and of which instruments; looked up once for all who keep something that follows from it. */
final class Growth {

    private final Schedule schedule;
    private volatile Optional<Step> last = Optional.empty();

    private record Step(long from, long to, Optional<Set<UUID>> touched) {}

    Growth(Schedule schedule) {
        this.schedule = schedule;
    }

    /** A number that has grown whenever anything was added to the record since it was last asked for. */
    long revision() {
        return schedule.revision();
    }

    /** The instruments something was added of after a revision, as far as the record can tell. */
    Optional<Set<UUID>> touchedSince(long from) {
        long to = schedule.revision();
        Optional<Step> known = last.filter(step -> step.from() == from && step.to() == to);
        if (known.isPresent()) {
            return known.get().touched();
        }
        // Read after the revision: rows that came meanwhile are told of again, none is missed.
        Optional<Set<UUID>> touched = schedule.touchedSince(from);
        last = Optional.of(new Step(from, to, touched));
        return touched;
    }
}
