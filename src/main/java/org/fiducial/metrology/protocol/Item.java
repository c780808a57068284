package org.fiducial.metrology.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One bead, reading or region.
 *
 * @param identity what and where it is
 * @param status whether it counts
 * @param reasons why it was rejected, or the flags of a measured one, each with the numbers that triggered it
 * @param values by metric key, for instance {@code psf.position.x}, in a stable order
 */
public record Item(ItemIdentity identity, ItemStatus status, List<Reason> reasons, Map<String, Estimate> values) {

    public Item {
        reasons = List.copyOf(reasons);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        if (status == ItemStatus.REJECTED && reasons.isEmpty()) {
            throw new IllegalArgumentException("a rejected item says why: " + identity.id());
        }
    }

    /**
     * What and where an item is.
     *
     * @param id for instance {@code c1-b007}; equal bead numbers across channels are the same bead
     * @param kind for instance {@code bead}; what is said of it is in {@link ItemKind}
     * @param channel counted from 1; 0 where it belongs to none
     * @param input name of the file it was found in
     */
    public record ItemIdentity(String id, String kind, int channel, String input) {}

    /** Whether an item counts. */
    public enum ItemStatus {
        MEASURED,
        REJECTED
    }
}
