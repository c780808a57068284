package org.fiducial.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was imaged with, and on which days, of every command that says what covers them. */
final class ImagedOptions {

    @Parameters(index = "0", paramLabel = "INSTRUMENT", description = "The instrument's name in addresses.")
    private String instrument = "";

    @Option(
            names = "--configuration",
            required = true,
            paramLabel = "SLUG",
            description = "The light path's name in addresses.")
    private String path = "";

    @Option(names = "--on", required = true, paramLabel = "DATE", description = "The day, for instance 2026-03-12.")
    private String on = "";

    @Option(names = "--to", paramLabel = "DATE", description = "The last of several days.")
    private String to = "";

    /** The instrument's name in addresses. */
    String instrument() {
        return instrument;
    }

    /** The light path's name in addresses. */
    String path() {
        return path;
    }

    /** The first day as it was typed. */
    String on() {
        return on;
    }

    /** The last day as it was typed; empty where it is the first. */
    String to() {
        return to;
    }
}
