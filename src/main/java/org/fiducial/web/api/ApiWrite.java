package org.fiducial.web.api;

import java.util.Arrays;
import java.util.List;

/**
 * How programs do what people do with a form: the same work under an address of its own, with the fields of the form as JSON.
 *
 * @param page the path the form is sent to
 * @param path the path programs send to
 * @param fields what they send
 */
public record ApiWrite(String page, String path, List<Field> fields) {

    ApiWrite(String page, String path, Field... fields) {
        this(page, path, List.copyOf(Arrays.asList(fields)));
    }

    public ApiWrite {
        fields = List.copyOf(fields);
    }

    /** How a field looks in JSON. */
    public enum Kind {
        TEXT,
        NUMBER,
        CHOICE,
        DAY,
        TIME,
        YES,
        /** Words that are chosen. */
        WORDS,
        /** Objects in a row. */
        ROWS,
        /** An object of names nobody knows beforehand. */
        NAMED,
        FILES
    }

    /**
     * A field.
     *
     * @param required whether it must be sent
     * @param says what it is, in a sentence
     * @param choices the words it may be; empty where any will do
     * @param parts the fields of each row
     */
    public record Field(
            String name, Kind kind, boolean required, String says, List<String> choices, List<Field> parts) {

        public Field {
            choices = List.copyOf(choices);
            parts = List.copyOf(parts);
        }

        Field(String name, Kind kind, String says) {
            this(name, kind, false, says, List.of(), List.of());
        }

        static Field text(String name, String says) {
            return new Field(name, Kind.TEXT, says);
        }

        static Field choice(String name, String says, List<String> choices) {
            return new Field(name, Kind.CHOICE, false, says, choices, List.of());
        }

        static Field rows(String name, String says, Field... parts) {
            return new Field(name, Kind.ROWS, false, says, List.of(), Arrays.asList(parts));
        }

        Field needed() {
            return new Field(name, kind, true, says, choices, parts);
        }
    }
}
