package org.fiducial.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import picocli.CommandLine.Option;

/** The option {@code --port}, shared by the commands that serve pages. */
final class PortOption {

    /** Where only this machine is answered. */
    static final String LOCAL = "127.0.0.1";

    private static final int HIGHEST = 65_535;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port of the pages; default ${DEFAULT-VALUE}, 0 for any free one.")
    private int port = 8080;

    /**
     * The port.
     *
     * @throws UnusableCommandException if it is none, or another program has it
     */
    int number() {
        return number(LOCAL);
    }

    /**
     * The port, at an address of this machine.
     *
     * @throws UnusableCommandException if it is none, or another program has it
     */
    int number(String host) {
        if (port < 0 || port > HIGHEST) {
            throw new UnusableCommandException(
                    "--port takes a number from 0 to " + HIGHEST + ", but " + port + " was given.");
        }
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            return port == 0 ? 0 : free.getLocalPort();
        } catch (IOException e) {
            throw new UnusableCommandException(
                    "Port " + port + (host.equals(LOCAL) ? "" : " of " + host)
                            + " is taken by another program or not allowed; give another one with --port.",
                    e);
        }
    }
}
