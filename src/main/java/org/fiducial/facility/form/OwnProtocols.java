package org.fiducial.facility.form;

import java.util.List;

/** The protocols a facility made itself. Append-only. */
public interface OwnProtocols {

    /**
     * Adds a version.
     *
     * @throws org.fiducial.metrology.protocol.UnusableInputException if somebody else added one of its number meanwhile
     */
    void add(OwnProtocol version);

    /** All versions of all of them, oldest first. */
    List<OwnProtocol> all();

    /** How many versions there are, to see whether one was added. */
    int count();

    /** The protocols of a record that has none and takes none. */
    static OwnProtocols none() {
        return new OwnProtocols() {
            @Override
            public void add(OwnProtocol version) {
                throw new UnsupportedOperationException("this record takes no protocols");
            }

            @Override
            public List<OwnProtocol> all() {
                return List.of();
            }

            @Override
            public int count() {
                return 0;
            }
        };
    }
}
