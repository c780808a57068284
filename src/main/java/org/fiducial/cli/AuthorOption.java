package org.fiducial.cli;

import picocli.CommandLine.Option;

/** Whose word an entry is: {@code --by}, of every command that enters something. */
final class AuthorOption {

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so, for the record.")
    private String by = "";

    /** The name as it is kept; empty where none was given. */
    String by() {
        return by.strip();
    }
}
