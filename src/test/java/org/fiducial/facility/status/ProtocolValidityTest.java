package org.fiducial.facility.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Component.Kind;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.junit.jupiter.api.Test;

class ProtocolValidityTest {

    private final ProtocolValidity validity =
            new ProtocolValidity(reference -> reference.id().equals("gone")
                    ? Optional.empty()
                    : Optional.of(ProtocolFile.load(reference.id(), reference.version())));

    @Test
    void eachProtocolSpeaksForThePartsItsJudgedMetricsSpeakFor() {
        assertThat(kinds("psf-beads")).contains(Kind.OBJECTIVE).doesNotContain(Kind.LINE, Kind.FILTER);
        assertThat(kinds("light-source-power")).contains(Kind.LINE, Kind.LIGHT_SOURCE);
        assertThat(kinds("field-illumination")).contains(Kind.OBJECTIVE, Kind.LINE, Kind.LIGHT_SOURCE);
    }

    @Test
    void aPairOfChannelsIsOfOneLightPathOnly() {
        assertThat(kinds("coregistration-beads")).isEmpty();
    }

    @Test
    void aProtocolNobodyKnowsSpeaksForItsOwnLightPathAndHoldsAYear() {
        assertThat(kinds("gone")).isEmpty();
        assertThat(holds("gone")).isEqualTo(Duration.ofDays(365));
    }

    @Test
    void aCheckHoldsTheIntervalOfItsProtocol() {
        int days = ProtocolFile.load("psf-beads", "1.0").intervalDays();

        assertThat(holds("psf-beads")).isEqualTo(Duration.ofDays(days));
    }

    private Duration holds(String protocol) {
        Instant measured = Instant.parse("2026-03-12T09:30:00Z");
        CheckSummary check = new CheckSummary(
                new UUID(0, 1),
                new UUID(0, 2),
                new ProtocolReference(protocol, "1.0"),
                measured,
                CheckReason.SCHEDULED,
                VerdictLevel.PASS,
                "");
        return Duration.between(measured, validity.holdsUntil(check));
    }

    private Set<Kind> kinds(String protocol) {
        return Arrays.stream(Kind.values())
                .filter(kind -> validity.speaksFor(new ProtocolReference(protocol, "1.0"), kind))
                .collect(Collectors.toSet());
    }
}
