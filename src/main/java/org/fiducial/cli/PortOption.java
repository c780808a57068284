package org.fiducial.cli;

import picocli.CommandLine.Option;

/** The option {@code --port}, shared by the commands that serve pages. */
final class PortOption {

    /** Pages are served to this machine only. */
    static final String LOCAL = "127.0.0.1";

    private static final int HIGHEST = 65_535;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port of the pages; default ${DEFAULT-VALUE}, 0 for any free one.")
    private int port = 8080;

    int number() {
        if (port < 0 || port > HIGHEST) {
            throw new UnusableCommandException(
                    "--port takes a number from 0 to " + HIGHEST + ", but " + port + " was given.");
        }
        return port;
    }
}
