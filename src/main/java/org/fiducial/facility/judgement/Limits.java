package org.fiducial.facility.judgement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The limits and baselines a facility set. Append-only: nothing here changes or removes one. */
public interface Limits {

    /** Adds a version of limits; its number is the next of its protocol and scope. */
    void add(LimitVersion version);

    /** Adds a baseline; its number is the next of its series. */
    void add(Baseline baseline);

    /** All versions for a protocol that may hold for a light path: its own, its instrument's, its facility's; by number. */
    List<LimitVersion> versions(UUID configurationId, String protocolId);

    /** All versions for any protocol that may hold for a light path of an instrument, by number. */
    List<LimitVersion> versions(UUID instrumentId);

    /** All baselines of the light paths of an instrument, each series oldest first. */
    List<Baseline> baselines(UUID instrumentId);

    /** All baselines of a series, oldest first. */
    List<Baseline> baselines(Baseline.Series series);

    /** Keeps none: a facility that judges by what protocols propose. */
    static Limits none() {
        return new Limits() {
            @Override
            public void add(LimitVersion version) {
                throw new UnsupportedOperationException("no limits are kept here");
            }

            @Override
            public void add(Baseline baseline) {
                throw new UnsupportedOperationException("no baselines are kept here");
            }

            @Override
            public List<LimitVersion> versions(UUID configurationId, String protocolId) {
                return List.of();
            }

            @Override
            public List<LimitVersion> versions(UUID instrumentId) {
                return List.of();
            }

            @Override
            public List<Baseline> baselines(UUID instrumentId) {
                return List.of();
            }

            @Override
            public List<Baseline> baselines(Baseline.Series series) {
                return List.of();
            }
        };
    }

    /** The newest baseline of a series. */
    default Optional<Baseline> newestBaseline(Baseline.Series series) {
        return baselines(series).stream().reduce((earlier, later) -> later);
    }
}
