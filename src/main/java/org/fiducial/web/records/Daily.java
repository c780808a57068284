package org.fiducial.web.records;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Something that follows from the record and the day: kept for the day, and within it as {@link Derived} keeps things.
 *
 * @param <T> what follows
 */
final class Daily<T> {

    private final Supplier<LocalDate> today;
    private final Derived<On<T>> kept;

    private record On<T>(LocalDate day, T value) {}

    /** How it follows. */
    interface Making<T> {

        /** From the whole record on a day. */
        T on(LocalDate day);

        /** From what it was on the same day before something was added of some instruments. */
        T renewed(T before, LocalDate day, Set<UUID> touched);
    }

    Daily(Growth growth, Supplier<LocalDate> today, Making<T> making) {
        this.today = today;
        this.kept = new Derived<>(growth, new Derived.Making<>() {
            @Override
            public On<T> all() {
                LocalDate day = today.get();
                return new On<>(day, making.on(day));
            }

            @Override
            public On<T> renewed(On<T> before, Set<UUID> touched) {
                return touched.isEmpty()
                        ? before
                        : new On<>(before.day(), making.renewed(before.value(), before.day(), touched));
            }
        });
    }

    /** As it is today. */
    T value() {
        return of(today.get()).value();
    }

    private On<T> of(LocalDate day) {
        On<T> known = kept.value();
        if (known.day().equals(day)) {
            return known;
        }
        kept.forget();
        return kept.value();
    }

    /** As it is today, now that time alone may have changed it; the change is kept. */
    T valueWhere(UnaryOperator<T> changedByTime) {
        of(today.get());
        return kept.valueWhere(known -> {
                    T changed = changedByTime.apply(known.value());
                    return changed == known.value() ? known : new On<>(known.day(), changed);
                })
                .value();
    }
}
