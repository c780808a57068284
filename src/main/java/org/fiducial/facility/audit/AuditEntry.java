package org.fiducial.facility.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of an audit chain.
 *
 * @param sequence its place, counted from 1
 * @param at when it was written
 * @param by the name of who did it; empty where nobody is named or the name was erased
 * @param kind what was done, as a word
 * @param thing what it was done to, as far as that is known
 * @param hash its SHA-256
 */
public record AuditEntry(long sequence, Instant at, String by, String kind, Optional<Thing> thing, String hash) {

    /** Something of the record; its id is the word its page goes by. */
    public record Thing(Kind kind, String id) {

        /** What things are. One that is registered is an instrument, a light path or a component. */
        public enum Kind {
            CHECK,
            INSTRUMENT,
            LIGHT_PATH,
            COMPONENT,
            REGISTERED,
            EVENT,
            PLAN,
            PROTOCOL,
            RECALL,
            KIT,
            ACCOUNT,
            STATEMENT
        }
    }
}
