package org.fiducial.web.records;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lists of what there is of instruments, in an order.
 *
 * @param instrument of which instrument something is
 * @param order the order of the whole list
 * @param <T> what there is
 */
record OfInstruments<T>(Function<T, UUID> instrument, Comparator<T> order) {

    /** What was found anew of some instruments in place of what was there of them. */
    List<T> renewed(List<T> before, List<T> anew, Set<UUID> instruments) {
        return Stream.concat(
                        before.stream().filter(each -> !instruments.contains(instrument.apply(each))), anew.stream())
                .sorted(order)
                .toList();
    }
}
