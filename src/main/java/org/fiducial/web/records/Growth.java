package org.fiducial.web.records;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.schedule.Schedule;

/** How far the record has grown, and of which instruments; looked up once for all who keep something that follows from it. */
final class Growth {

    private final Schedule schedule;
    private volatile Optional<Step> last = Optional.empty();
    /** What the question this thread answers found, once it looked. */
    @SuppressWarnings("ThreadLocalUsage") // One for each record: what is asked of one is not asked of another.
    private final ThreadLocal<Optional<Long>> question = new ThreadLocal<>();

    private record Step(long from, long to, Optional<Set<UUID>> touched) {}

    Growth(Schedule schedule) {
        this.schedule = schedule;
    }

    /** A number that has grown whenever anything was added to the record since it was last asked for. */
    long revision() {
        Optional<Optional<Long>> asked = Optional.ofNullable(question.get());
        if (asked.isEmpty()) {
            return schedule.revision();
        }
        return asked.get().orElseGet(() -> {
            long found = schedule.revision();
            question.set(Optional.of(found));
            return found;
        });
    }

    /**
     * Answers a question that adds nothing to the record. How far the record has grown is looked up once for all of the
     * answer: it follows from a record at least as new as when the question came.
     */
    <T> T during(Supplier<T> answer) {
        if (question.get() != null) {
            return answer.get();
        }
        question.set(Optional.empty());
        try {
            return answer.get();
        } finally {
            question.remove();
        }
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
