package org.fiducial.cli;

import org.fiducial.facility.service.Upkeep;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose word an entry is, and why where somebody says it. */
final class SignatureOptions {

    @Mixin
    private AuthorOption author = new AuthorOption();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private String reason = "";

    String by() {
        return author.by();
    }

    String reason() {
        return reason.strip();
    }

    Upkeep.Signature signature() {
        return new Upkeep.Signature(by(), reason());
    }
}
