package org.fiducial.web.records;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Lists of what there is of instruments, in an order.
 *
 * @param instrument of which instrument something is
 * @param order the order of the whole list
 * @param <T> what there is
 */
record OfInstruments<T>(Function<T, UUID> instrument, Comparator<T> order) {

    /**
     * What was found anew of some instruments in place of what was there of them, each found its place by halving: the order
     * of two things due is dear to tell.
     *
     * @param before in the order
     */
    List<T> renewed(List<T> before, List<T> anew, Set<UUID> instruments) {
        List<T> all = new ArrayList<>(before.size() + anew.size());
        before.stream()
                .filter(each -> !instruments.contains(instrument.apply(each)))
                .forEach(all::add);
        for (T each : anew) {
            int found = Collections.binarySearch(all, each, order);
            all.add(found < 0 ? -found - 1 : found + 1, each);
        }
        return List.copyOf(all);
    }
}
