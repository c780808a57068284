package org.fiducial.facility.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.coverage.PartClaim.Covering;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.status.Finding;
import org.fiducial.facility.status.Level;
import org.fiducial.facility.status.ProtocolEvidence;
import org.fiducial.facility.status.Standing;
import org.fiducial.facility.status.Validity;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/** What holds over all of a time: of what holds at its moments, the least. */
final class Weighing {

    /** Of what is not known to be good, that comes first which says most of why. */
    private static final List<Standing> LEAST_FIRST = List.of(
            Standing.FAILED,
            Standing.IN_DOUBT,
            Standing.RECALLED,
            Standing.DISTURBED,
            Standing.NOT_EVALUATED,
            Standing.OUTDATED,
            Standing.NOT_CHECKED,
            Standing.LAST_KNOWN_GOOD,
            Standing.ESTABLISHED);

    private Weighing() {}

    /** What each protocol says over all of a time: the worst first, what was never done last. */
    static List<PartClaim> parts(List<PathStretch> there, Validity validity, List<Wanted> wanted) {
        Set<String> done = new TreeSet<>();
        there.forEach(stretch ->
                stretch.evidence().forEach(each -> done.add(each.protocol().id())));
        List<PartClaim> parts = new ArrayList<>();
        done.forEach(id -> parts.add(part(there, id, validity)));
        Configuration last = there.get(there.size() - 1).path();
        wanted.stream()
                .filter(each -> !done.contains(each.protocol().id()) && each.speaksFor(last))
                .map(each -> new PartClaim(each.protocol(), each.parts(last), Optional.empty(), false, List.of()))
                .forEach(parts::add);
        parts.sort(Comparator.comparing(PartClaim::isNever).thenComparing(PartClaim::claim, Claim.WEAKEST_FIRST));
        return parts;
    }

    private static PartClaim part(List<PathStretch> there, String protocolId, Validity validity) {
        List<Finding> findings = new ArrayList<>();
        for (PathStretch stretch : there) {
            Optional<ProtocolEvidence> speaking = stretch.by(protocolId);
            if (speaking.isPresent()) {
                findings.addAll(stretch.findings(speaking.get(), validity));
            } else {
                findings.add(notChecked(new ProtocolReference(protocolId, ""), stretch.path()));
            }
        }
        Finding weakest = findings.stream()
                .min(Comparator.comparing(finding -> LEAST_FIRST.indexOf(finding.standing())))
                .orElseThrow();
        ProtocolEvidence newest = there.stream()
                .flatMap(stretch -> stretch.by(protocolId).stream())
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return new PartClaim(
                newest.protocol(),
                newest.covered(),
                Optional.of(weakest),
                findings.stream().anyMatch(finding -> finding.level() == Level.USABLE_WITH_CARE),
                covering(there, protocolId));
    }

    private static Finding notChecked(ProtocolReference protocol, Configuration path) {
        return new Finding(
                protocol,
                path,
                path,
                Standing.NOT_CHECKED,
                new Finding.Bracket(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static List<Covering> covering(List<PathStretch> there, String protocolId) {
        Set<Covering> checks = new LinkedHashSet<>();
        for (PathStretch stretch : there) {
            stretch.by(protocolId).ifPresent(speaking -> Stream.of(
                            speaking.before(stretch.from()).stream(),
                            stretch.within(speaking).stream(),
                            speaking.after(stretch.to()).stream())
                    .<CheckSummary>flatMap(each -> each)
                    .map(check -> new Covering(check, speaking.pathOf(check)))
                    .forEach(checks::add));
        }
        return checks.stream()
                .sorted(Comparator.comparing((Covering each) -> each.check().measuredAt())
                        .thenComparing(each -> each.check().id()))
                .toList();
    }
}
