package org.fiducial.facility.coverage;

import java.util.List;
import java.util.Optional;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.status.Finding;
import org.fiducial.facility.status.Standing;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * What the checks of one protocol say of a light path over all of a time.
 *
 * @param protocol the protocol
 * @param parts the components it speaks for; none where it speaks for the light path as a whole
 * @param weakest the least that holds at any moment of the time; empty where it was never done on the light path, nor on
 *     one that shares these parts
 * @param warned whether a check it rests on was outside a warning limit
 * @param checks what brackets the time, oldest first: the newest check by its beginning, those within it, and the next one
 *     after it that was evaluated and is not in doubt
 */
public record PartClaim(
        ProtocolReference protocol,
        List<Component> parts,
        Optional<Finding> weakest,
        boolean warned,
        List<Covering> checks) {

    public PartClaim {
        parts = List.copyOf(parts);
        checks = List.copyOf(checks);
    }

    /** A check with the light path it was made in. */
    public record Covering(CheckSummary check, Configuration path) {}

    /** What may be said of it. */
    public Claim claim() {
        return weakest.map(finding -> Claim.of(finding.standing(), warned)).orElse(Claim.NO_CHECK);
    }

    /** Whether it was never done. */
    public boolean isNever() {
        return weakest.isEmpty();
    }

    /** How the least of it stands. */
    public Standing standing() {
        return weakest.map(Finding::standing).orElse(Standing.NOT_CHECKED);
    }

    /** The other light paths its checks were made in, each once. */
    public List<Configuration> inferredFrom() {
        return weakest.stream()
                .flatMap(finding -> checks.stream().map(Covering::path).filter(path -> !path.id()
                        .equals(finding.asked().id())))
                .distinct()
                .toList();
    }
}
