package org.fiducial.facility.methods;

import java.util.List;

/**
 * What nobody said and a methods section needs.
 *
 * @param key the word by which a language knows how to ask
 * @param values what it is asked of
 */
public record Question(String key, List<Value> values) {

    public Question {
        values = List.copyOf(values);
    }

    static Question of(String key) {
        return new Question(key, List.of());
    }

    static Question of(String key, String name) {
        return new Question(key, List.of(new Value.Name(name)));
    }
}
