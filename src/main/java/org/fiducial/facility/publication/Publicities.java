package org.fiducial.facility.publication;

import java.util.List;

/** What a facility said of what strangers may see. Append-only. */
public interface Publicities {

    /** Adds a word, which supersedes the one before of the same subject. */
    void add(Publicity publicity);

    /** All of it, in the order it was entered. */
    List<Publicity> all();

    /** A record that says nothing and takes nothing. */
    static Publicities none() {
        return new Publicities() {
            @Override
            public void add(Publicity publicity) {
                throw new UnsupportedOperationException("this record publishes nothing");
            }

            @Override
            public List<Publicity> all() {
                return List.of();
            }
        };
    }
}
