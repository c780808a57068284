package org.fiducial.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where pages are served.
 *
 * @param host the address to listen at
 * @param port 0 for any free one
 * @param names other names browsers know this machine by
 * @param lock how the way to browsers is kept secret; without one everybody on the way can read along
 * @param proxies addresses and networks of servers before this one that say where a request came from
 */
public record Door(String host, int port, List<String> names, Optional<Lock> lock, List<String> proxies) {

    public Door {
        names = List.copyOf(names);
        proxies = List.copyOf(proxies);
    }

    /**
     * A certificate with its key.
     *
     * @param file a PKCS12 file
     * @param password of the file
     */
    public record Lock(Path file, String password) {

        @Override
        public String toString() {
            return "Lock[" + file + "]";
        }
    }

    /** A door for browsers of this machine. */
    static Door local(int port) {
        return new Door(PortOption.LOCAL, port, List.of(), Optional.empty(), List.of());
    }
}
