package org.fiducial.web.records;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Something that follows from the record, kept until something is added to it and then brought up to date. Whoever asks gets
 * what follows from a record at least as new as when the question came.
 *
 * @param <T> what follows
 */
final class Derived<T> {

    private final Growth growth;
    private final Making<T> making;
    private volatile Optional<Made<T>> last = Optional.empty();

    private record Made<T>(long revision, T value) {}

    /** How it follows. */
    interface Making<T> {

        /** From the whole record. */
        T all();

        /** From what it was before something was added of some instruments. */
        T renewed(T before, Set<UUID> touched);
    }

    Derived(Growth growth, Making<T> making) {
        this.growth = growth;
        this.making = making;
    }

    T value() {
        long revision = growth.revision();
        return last.filter(made -> made.revision() >= revision).map(Made::value).orElseGet(() -> made(revision));
    }

    /** Only one of those who ask at once does the work. */
    private synchronized T made(long asked) {
        Optional<Made<T>> before = last;
        if (before.filter(made -> made.revision() >= asked).isPresent()) {
            return before.get().value();
        }
        // The revision is read before the rows: they may be newer than it says, never older.
        long revision = growth.revision();
        T value = before.flatMap(made ->
                        growth.touchedSince(made.revision()).map(touched -> making.renewed(made.value(), touched)))
                .orElseGet(making::all);
        last = Optional.of(new Made<>(revision, value));
        return value;
    }

    /** The value as it is now that time alone may have changed it; the change is kept. */
    T valueWhere(UnaryOperator<T> changedByTime) {
        T known = value();
        T changed = changedByTime.apply(known);
        if (changed != known) {
            keep(known, changed);
        }
        return changed;
    }

    private synchronized void keep(T known, T changed) {
        last = last.map(made -> made.value() == known ? new Made<>(made.revision(), changed) : made);
    }

    /** Forgets it. */
    synchronized void forget() {
        last = Optional.empty();
    }
}
