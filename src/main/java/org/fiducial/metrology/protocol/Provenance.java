package org.fiducial.metrology.protocol;

import java.util.List;

/**
 * Where a result comes from: enough to compute it again.
 *
 * @param protocol the protocol followed
 * @param module the code that analysed
 * @param software the build it was part of
 * @param inputs the files analysed
 * @param parameters what the analysis used besides the files, each with its origin
 */
public record Provenance(
        ProtocolReference protocol,
        ModuleReference module,
        SoftwareReference software,
        List<InputFile> inputs,
        List<Parameter> parameters) {

    public Provenance {
        inputs = List.copyOf(inputs);
        parameters = List.copyOf(parameters);
    }

    /** A protocol version, written {@code psf-beads@1.0}. */
    public record ProtocolReference(String id, String version) {
        @Override
        public String toString() {
            return id + "@" + version;
        }
    }

    /** A module version; the version rises whenever a number could change. */
    public record ModuleReference(String id, String version) {}

    /** The build: name, version and source commit. */
    public record SoftwareReference(String name, String version, String commit) {}
}
