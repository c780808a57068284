package org.fiducial.metrology.protocol;

import java.util.List;
import java.util.Optional;

/**
 * What a protocol without acquisition asks of a person: steps to follow, and fields to fill in. Each field is a parameter of
 * the protocol, which says what it takes; what is judged has a metric besides.
 *
 * @param steps what to do, in order
 * @param fields what to enter, in order
 * @param retired whether no new check is made with it
 */
public record EntryForm(List<Step> steps, List<Field> fields, boolean retired) {

    /** What the name of the comment on a field ends with. */
    private static final String COMMENT = "-comment";

    public EntryForm {
        steps = List.copyOf(steps);
        fields = List.copyOf(fields);
    }

    /** One thing to do, with the name of a picture where there is one. */
    public record Step(String text, Optional<String> picture) {}

    /**
     * A field.
     *
     * @param name of its parameter
     * @param kind what is entered
     * @param metric the key of the metric it becomes, where it is judged and trended
     * @param optional whether it may stay empty without a word
     */
    public record Field(String name, Kind kind, Optional<String> metric, boolean optional) {

        /** The parameter that holds a comment on it. */
        public String comment() {
            return name + COMMENT;
        }
    }

    /** What is entered into a field. */
    public enum Kind {
        /** A number, or several readings of it. */
        NUMBER,
        YES_NO,
        CHOICE,
        TEXT,
        /** A picture that is sent along. */
        PHOTO,
        /** Any other file that is sent along. */
        FILE;

        /** Whether the answer is the name of a file. */
        public boolean isFile() {
            return this == PHOTO || this == FILE;
        }

        /** The word used in data, for instance {@code yes-no}. */
        public String word() {
            return EnumWords.of(this);
        }
    }

    /** The fields whose answers are names of files. */
    public List<Field> files() {
        return fields.stream().filter(field -> field.kind().isFile()).toList();
    }
}
