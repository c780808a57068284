package org.fiducial.web.records;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What somebody asked for last, kept until anything is added to the record. */
public final class LastAsked<K, V> {

    private final int most;
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long revision = -1;

    /**
     * Keeps so many.
     *
     * @param most answers, those asked for longest ago go first
     */
    public LastAsked(int most) {
        this.most = most;
    }

    /**
     * An answer, made unless it is kept; what is not there is sought again the next time.
     *
     * @param now the revision of the record before anything is read
     */
    public Optional<V> of(K key, long now, Supplier<Optional<V>> making) {
        Optional<V> known = known(key, now);
        if (known.isPresent()) {
            return known;
        }
        Optional<V> made = making.get();
        made.ifPresent(each -> keep(key, now, each));
        return made;
    }

    private synchronized Optional<V> known(K key, long now) {
        if (now > revision) {
            kept.clear();
            revision = now;
        }
        return now == revision ? Optional.ofNullable(kept.get(key)) : Optional.empty();
    }

    private synchronized void keep(K key, long now, V made) {
        if (now == revision) {
            kept.put(key, made);
            if (kept.size() > most) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }
}
