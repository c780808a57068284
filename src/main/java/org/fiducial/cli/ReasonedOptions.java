package org.fiducial.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose word an entry is, and why it is entered, which has to be said. */
final class ReasonedOptions {

    @Mixin
    private AuthorOption author = new AuthorOption();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the record.")
    private String reason = "";

    String by() {
        return author.by();
    }

    String reason() {
        return reason.strip();
    }
}
