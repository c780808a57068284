package org.fiducial.web.trend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The charts of light paths since their first check that somebody looked at last. Ten years of weekly checks take 80 ms of
 * processor to read and lay out and about 200 kB to keep, which they are until anything is added to the record.
 */
final class WholeTrends {

    private static final int MOST = 48;

    private final Map<UUID, List<InstrumentTrends.Group>> kept = new LinkedHashMap<>(MOST, 0.75f, true);
    private long revision = -1;

    /**
     * The charts of a light path.
     *
     * @param now the revision of the record before anything is read
     */
    List<InstrumentTrends.Group> of(UUID path, long now, Supplier<List<InstrumentTrends.Group>> laidOut) {
        return known(path, now).orElseGet(() -> keep(path, now, laidOut.get()));
    }

    private synchronized Optional<List<InstrumentTrends.Group>> known(UUID path, long now) {
        if (now > revision) {
            kept.clear();
            revision = now;
        }
        return now == revision ? Optional.ofNullable(kept.get(path)) : Optional.empty();
    }

    private synchronized List<InstrumentTrends.Group> keep(UUID path, long now, List<InstrumentTrends.Group> groups) {
        if (now == revision) {
            kept.put(path, groups);
            if (kept.size() > MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return groups;
    }
}
