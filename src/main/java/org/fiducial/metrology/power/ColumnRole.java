package org.fiducial.metrology.power;

/** What a column of a log holds. */
enum ColumnRole {
    /** A number of seconds, minutes or hours since some start. */
    ELAPSED("time"),
    /** Date and time of day. */
    TIMESTAMP("time"),
    DATE("date"),
    TIME_OF_DAY("time-of-day"),
    POWER("power"),
    SET_POINT("set-point"),
    LINE("line"),
    TEMPERATURE("temperature"),
    UNCERTAINTY("uncertainty"),
    LOCATION("location"),
    /** Nothing a power check uses. */
    OTHER("");

    private final String word;

    ColumnRole(String word) {
        this.word = word;
    }

    /** The word of a {@link ColumnMapping}. */
    String word() {
        return word;
    }
}
