package org.fiducial.facility.methods;

import java.util.Locale;

/** What a sentence of a methods section is about, in the order they are read. */
public enum Topic {
    STAND(Group.INSTRUMENT),
    MODE(Group.INSTRUMENT),
    OBJECTIVE(Group.INSTRUMENT),
    SOURCE(Group.INSTRUMENT),
    FILTER(Group.INSTRUMENT),
    DETECTOR(Group.INSTRUMENT),
    SCANNER(Group.INSTRUMENT),
    STAGE(Group.INSTRUMENT),
    SOFTWARE(Group.INSTRUMENT),
    SAMPLING(Group.SETTINGS),
    CHANNEL(Group.SETTINGS),
    CHECK(Group.QUALITY),
    THANKS(Group.THANKS);

    /** Paragraphs. */
    public enum Group {
        INSTRUMENT,
        SETTINGS,
        QUALITY,
        THANKS;

        /** The word used in data. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Group group;

    Topic(Group group) {
        this.group = group;
    }

    /** The paragraph it belongs to. */
    public Group group() {
        return group;
    }

    /** The word used in data. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
