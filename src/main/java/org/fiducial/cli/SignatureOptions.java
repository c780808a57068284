package org.fiducial.cli;

import org.fiducial.facility.service.Upkeep;
import picocli.CommandLine.Option;

/** Who changes something in the registry, and why. */
final class SignatureOptions {

    @Option(names = "--by", paramLabel = "NAME", description = "Who enters it.")
    private String by = "";

    @Option(names = "--reason", paramLabel = "WHY", description = "Why; it is kept with the change.")
    private String reason = "";

    Upkeep.Signature signature() {
        return new Upkeep.Signature(by.strip(), reason.strip());
    }
}
