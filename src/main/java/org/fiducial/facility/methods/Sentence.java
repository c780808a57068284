package org.fiducial.facility.methods;

import java.util.List;

/**
 * A sentence of a methods section, in no language yet.
 *
 * @param topic what it is about
 * @param key the word by which a language knows how to say it; one thing and several are said differently
 * @param things what it names
 * @param more what it says besides
 */
public record Sentence(Topic topic, String key, List<Thing> things, List<Value> more) {

    public Sentence {
        things = List.copyOf(things);
        more = List.copyOf(more);
    }

    /** A sentence that only names things. */
    static Sentence of(Topic topic, Origin origin, List<Thing> things) {
        return new Sentence(topic, topic.word() + (origin == Origin.IMAGE ? ".image" : ""), things, List.of());
    }

    /** Where something is known from. */
    public enum Origin {
        REGISTRY,
        IMAGE,
        CHECKS
    }

    /**
     * Something said, for instance {@code NA 1.4}.
     *
     * @param key the word by which a language knows how to say it
     */
    public record Phrase(String key, List<Value> values, Origin origin) {

        public Phrase {
            values = List.copyOf(values);
        }

        static Phrase of(String key, Value value, Origin origin) {
            return new Phrase(key, List.of(value), origin);
        }
    }

    /** A thing with what is said of it. */
    public record Thing(Phrase head, List<Phrase> details) {

        public Thing {
            details = List.copyOf(details);
        }
    }
}
