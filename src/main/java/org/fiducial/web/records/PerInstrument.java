package org.fiducial.web.records;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Something that follows from what the record holds of one instrument, kept for each until something is added of it. Whoever
 * asks gets what follows from a record at least as new as when the question came. Of more instruments than {@link #MOST} those
 * asked for last are kept.
 *
 * @param <T> what follows
 */
final class PerInstrument<T> {

    private static final int MOST = 1000;

    private final int most;
    private final Growth growth;
    private final Function<UUID, T> reading;
    private final Map<UUID, T> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long seen = -1;

    PerInstrument(Growth growth, Function<UUID, T> reading) {
        this(growth, reading, MOST);
    }

    /**
     * Of so many instruments at most.
     *
     * @param most those asked for last are kept
     */
    PerInstrument(Growth growth, Function<UUID, T> reading, int most) {
        this.most = most;
        this.growth = growth;
        this.reading = reading;
    }

    T of(UUID instrument) {
        long revision = growth.revision();
        Optional<T> known = known(instrument, revision);
        if (known.isPresent()) {
            return known.get();
        }
        T made = reading.apply(instrument);
        keep(instrument, made, revision);
        return made;
    }

    private synchronized Optional<T> known(UUID instrument, long revision) {
        if (revision > seen) {
            Optional<Set<UUID>> touched = kept.isEmpty() ? Optional.empty() : growth.touchedSince(seen);
            touched.ifPresentOrElse(kept.keySet()::removeAll, kept::clear);
            seen = revision;
        }
        return Optional.ofNullable(kept.get(instrument));
    }

    /** What was read at a revision the others have left behind may lack what they know of. */
    private synchronized void keep(UUID instrument, T made, long revision) {
        if (revision != seen) {
            return;
        }
        kept.put(instrument, made);
        if (kept.size() > most) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
