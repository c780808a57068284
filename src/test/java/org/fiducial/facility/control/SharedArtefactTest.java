package org.fiducial.facility.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.trend.Point;
import org.fiducial.facility.trend.RuleSet;
import org.fiducial.facility.trend.SharedShift;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.junit.jupiter.api.Test;

class SharedArtefactTest {

    private static final Instant START = Instant.parse("2026-01-12T09:00:00Z");
    private static final int BEFORE = 10;
    private static final Instant SINCE = week(BEFORE);
    private static final double[] SCATTER = {0.3, -0.8, 1.1, -0.2, -1.3, 0.7, 0.1, -0.6, 1.4, -0.9, 0.2, -0.4};

    private static Instant week(int number) {
        return START.plusSeconds(7L * 86_400 * number);
    }

    /** Ten checks that scatter by 1 % about a level and two after it that are lower by a share. */
    private static WatchedSeries series(double level, double lower, int checks) {
        List<Reading> readings = IntStream.range(0, checks)
                .mapToObj(i -> new Reading(
                        new UUID(1, i),
                        new Point(week(i), level * (1 + 0.01 * SCATTER[i]) * (i < BEFORE ? 1 : 1 - lower)),
                        new ProtocolReference("light-source-power", "1.0"),
                        CheckReason.SCHEDULED,
                        Optional.of("meter-1"),
                        true))
                .toList();
        return WatchedSeries.of(readings, new Happened(List.of(), List.of(), ZoneOffset.UTC), RuleSet.standard());
    }

    /** Both are lower by 8 %, whatever their level: Δ/level = −0.08 within the scatter of two checks, 1 %/√2 each. */
    @Test
    void whatMovesAllInstrumentsAlikeIsSuspectedBeforeThem() {
        Optional<SharedShift.Suspected> found = SharedArtefact.suspected(
                "meter-1",
                Map.of(
                        "Confocal", List.of(series(1.2, 0.08, 12)),
                        "Widefield", List.of(series(14, 0.08, 12))),
                SINCE);

        assertThat(found).isPresent();
        assertThat(found.orElseThrow().relative().orElseThrow()).isCloseTo(-0.08, within(0.02));
        assertThat(found.orElseThrow().instruments())
                .extracting(SharedShift.Moved::instrument)
                .containsExactlyInAnyOrder("Confocal", "Widefield");
    }

    @Test
    void oneInstrumentThatMovesAloneLeavesTheArtefactInPeace() {
        assertThat(SharedArtefact.suspected(
                        "meter-1",
                        Map.of(
                                "Confocal", List.of(series(1.2, 0.08, 12)),
                                "Widefield", List.of(series(14, 0, 12))),
                        SINCE))
                .isEmpty();
        assertThat(SharedArtefact.suspected("meter-1", Map.of("Confocal", List.of(series(1.2, 0.08, 12))), SINCE))
                .isEmpty();
    }

    /** Without checks since, or with fewer than five before, an instrument tells nothing. */
    @Test
    void whoHasNoChecksBeforeOrSinceIsNotCounted() {
        assertThat(SharedArtefact.suspected(
                        "meter-1",
                        Map.of(
                                "Confocal", List.of(series(1.2, 0.08, 12)),
                                "Widefield", List.of(series(14, 0.08, 10))),
                        SINCE))
                .isEmpty();
        assertThat(SharedArtefact.suspected(
                        "meter-1",
                        Map.of(
                                "Confocal", List.of(series(1.2, 0.08, 12)),
                                "Widefield", List.of(series(14, 0.08, 12))),
                        week(4)))
                .isEmpty();
    }

    @Test
    void aSeriesMovedFromWhereItsLevelChangedOrItsNewestCheckBrokeARule() {
        assertThat(series(1.2, 0.08, 12).moved()).contains(SINCE);
        assertThat(series(1.2, 0.2, 11).moved()).contains(SINCE);
        assertThat(series(1.2, 0, 12).moved()).isEmpty();
    }
}
