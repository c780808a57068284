package org.fiducial.facility.judgement;

import java.util.Locale;
import java.util.UUID;

/**
 * Where limits hold.
 *
 * @param reach how wide
 * @param id of the light path, the instrument or the facility
 */
public record LimitScope(Reach reach, UUID id) {

    /** How wide limits hold, the narrowest first: it wins. */
    public enum Reach {
        CONFIGURATION("this light path"),
        INSTRUMENT("all light paths of the instrument"),
        EVERYWHERE("all instruments");

        private final String words;

        Reach(String words) {
            this.words = words;
        }

        /** The word used in data and on the command line. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The words people read. */
        public String words() {
            return words;
        }
    }
}
