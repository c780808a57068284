package org.fiducial.web.records;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.Checks;

/** The few checks that were asked for last: a check never changes. */
final class KeptChecks {

    private static final int MOST = 6;

    private final Checks record;
    private final Map<UUID, Check> kept = new LinkedHashMap<>(MOST, 0.75f, true);

    KeptChecks(Checks record) {
        this.record = record;
    }

    Optional<Check> check(UUID id) {
        synchronized (kept) {
            Check known = kept.get(id);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<Check> found = record.byId(id);
        found.ifPresent(this::keep);
        return found;
    }

    private void keep(Check check) {
        synchronized (kept) {
            kept.put(check.id(), check);
            if (kept.size() > MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }
}
