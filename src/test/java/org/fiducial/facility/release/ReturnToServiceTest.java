package org.fiducial.facility.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Event.Kind;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.facility.service.Release;
import org.fiducial.metrology.protocol.MicroscopePart;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of this story are counted back from now: a check of day 5 was done five days ago. */
class ReturnToServiceTest {

    private static final Instant NOW = Instant.parse("2026-03-12T09:30:00Z");

    private final Component oil = Workshop.part(63, Component.Kind.OBJECTIVE);
    private final Component blue = Workshop.part(488, Component.Kind.LINE);
    private final Component green = Workshop.part(561, Component.Kind.LINE);
    private final Component stage = Workshop.part(7, Component.Kind.STAGE);
    private final Configuration oilBlue = Workshop.path(1, oil, blue);
    private final Configuration oilGreen = Workshop.path(2, oil, green);
    private final Workshop workshop = new Workshop(oilBlue, oilGreen);
    private final ReturnToService rules = new ReturnToService(workshop.ledgers(), Workshop.catalogue());

    /** The lists are those the protocols' own files give after the work on the part. */
    @ParameterizedTest
    @CsvSource({
        "EXCHANGE, 63, coregistration-beads field-illumination psf-beads",
        "CLEANING, 63, psf-beads",
        "REPAIR, 488, light-source-linearity light-source-power light-source-stability",
        "MOVE, 0, coregistration-beads field-illumination light-source-power psf-beads",
        "SOFTWARE_UPDATE, 0, coregistration-beads light-source-power",
        "SOFTWARE_UPDATE, 488, light-source-power",
        "FAULT, 63, ''"
    })
    void whatWasDoneDecidesWhatIsAskedFor(Kind kind, long part, String protocols) {
        LoggedEvent work = work(10, kind, part == 0 ? List.of() : List.of(Workshop.id(part)));

        assertThat(rules.of(work, NOW).checks().stream()
                        .filter(each -> each.path().equals(oilBlue))
                        .map(each -> each.protocol().reference().id())
                        .sorted())
                .containsExactlyElementsOf(protocols.isEmpty() ? List.of() : List.of(protocols.split(" ")));
    }

    @Test
    void onlyLightPathsWithThePartAreAskedFor() {
        LoggedEvent work = work(10, Kind.REPAIR, List.of(green.id()));

        assertThat(rules.of(work, NOW).checks()).extracting(ReturnCheck::path).containsOnly(oilGreen);
    }

    @Test
    void whatNeverWasDoneOnALightPathIsAdviceAndEverythingIsNeededWhereNothingEverWas() {
        workshop.check(100, oilBlue, "psf-beads", CheckReason.SCHEDULED, VerdictLevel.PASS);
        ReturnChecks asked = rules.of(work(10, Kind.EXCHANGE, List.of(oil.id())), NOW);

        assertThat(asked.lacking())
                .extracting(
                        each -> each.path(), each -> each.protocol().reference().id())
                .containsExactlyInAnyOrder(
                        tuple(oilBlue, "psf-beads"),
                        tuple(oilGreen, "psf-beads"),
                        tuple(oilGreen, "field-illumination"),
                        tuple(oilGreen, "coregistration-beads"));
        assertThat(asked.isReady()).isFalse();
    }

    @Test
    void asFoundAndAsLeftAreKeptApartByTheirReasonAndTheNewestAsLeftCounts() {
        workshop.check(100, oilBlue, "psf-beads", CheckReason.SCHEDULED, VerdictLevel.PASS);
        LoggedEvent work = work(10, Kind.CLEANING, List.of(oil.id()));
        UUID found = workshop.check(9, oilBlue, "psf-beads", CheckReason.AS_FOUND, VerdictLevel.FAIL);
        assertThat(first(work).standing()).isEqualTo(ReturnCheck.Standing.MISSING);
        assertThat(first(work).found().check().orElseThrow().id()).isEqualTo(found);

        workshop.check(8, oilBlue, "psf-beads", CheckReason.AS_LEFT, VerdictLevel.FAIL);
        assertThat(first(work).standing()).isEqualTo(ReturnCheck.Standing.FAILED);
        UUID left = workshop.check(7, oilBlue, "psf-beads", CheckReason.SCHEDULED, VerdictLevel.WARNING);

        assertThat(first(work).standing()).isEqualTo(ReturnCheck.Standing.DONE);
        assertThat(first(work).left().check().orElseThrow().id()).isEqualTo(left);
        assertThat(first(work).found().check().orElseThrow().id()).isEqualTo(found);
    }

    @Test
    void aCheckOnAnotherLightPathWithTheSameObjectiveSpeaksForThisOne() {
        workshop.check(100, oilBlue, "psf-beads", CheckReason.SCHEDULED, VerdictLevel.PASS);
        workshop.check(99, oilGreen, "psf-beads", CheckReason.SCHEDULED, VerdictLevel.PASS);
        LoggedEvent work = work(10, Kind.CLEANING, List.of(oil.id()));
        workshop.check(5, oilGreen, "psf-beads", CheckReason.AS_LEFT, VerdictLevel.PASS);

        assertThat(rules.of(work, NOW).isReady()).isTrue();
    }

    @Test
    void laterWorkOvertakesWhatWasNotDoneAndAsksForItAgain() {
        workshop.check(100, oilBlue, "psf-beads", CheckReason.SCHEDULED, VerdictLevel.PASS);
        workshop.check(99, oilGreen, "psf-beads", CheckReason.SCHEDULED, VerdictLevel.PASS);
        LoggedEvent earlier = work(20, Kind.CLEANING, List.of(oil.id()));
        LoggedEvent later = work(10, Kind.CLEANING, List.of(oil.id()));

        assertThat(first(earlier).standing()).isEqualTo(ReturnCheck.Standing.OVERTAKEN);
        assertThat(rules.outstanding(NOW)).extracting(ReturnChecks::event).containsExactly(later);
    }

    @Test
    void saysForWhichPartsNoProtocolExists() {
        Workshop other = new Workshop(Workshop.path(3, oil, stage));
        ReturnToService there = new ReturnToService(other.ledgers(), Workshop.catalogue());
        LoggedEvent work = other.work(NOW.minus(Duration.ofDays(3)), Kind.EXCHANGE, List.of(stage.id()));

        assertThat(there.of(work, NOW).unknown()).containsExactly(MicroscopePart.STAGE);
        assertThat(there.of(work, NOW).checks()).isEmpty();
        assertThat(there.outstanding(NOW)).isEmpty();
    }

    @Test
    void goesBackWithoutWhatIsLackingOnlyForAReasonThatNamesWhatWasWaived() {
        workshop.check(100, oilBlue, "psf-beads", CheckReason.SCHEDULED, VerdictLevel.PASS);
        workshop.check(99, oilGreen, "psf-beads", CheckReason.SCHEDULED, VerdictLevel.PASS);
        LoggedEvent work = work(10, Kind.CLEANING, List.of(oil.id()));
        Event.Entry entry = new Event.Entry("Ada", NOW, ZoneOffset.UTC);

        assertThatThrownBy(() -> rules.release(work, " ", entry, UUID::randomUUID))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("2 of the checks asked for after the cleaning");
        assertThatThrownBy(() -> rules.release(work, "x".repeat(2001), entry, UUID::randomUUID))
                .hasMessageContaining("at most 2000");
        Release release = rules.release(work, "no slide", entry, UUID::randomUUID);

        assertThat(release.waiver().checks())
                .containsExactly(
                        new Release.Waived(oilBlue.id(), "psf-beads"), new Release.Waived(oilGreen.id(), "psf-beads"));
        assertThat(rules.outstanding(NOW)).isEmpty();
        assertThat(workshop.events().byId(work.event().id()).orElseThrow().end())
                .contains(NOW);
        assertThatThrownBy(() -> rules.release(work, "again", entry, UUID::randomUUID))
                .hasMessageContaining("already");
    }

    @Test
    void opensAgainWhereTheWorkIsOpenedAgain() {
        workshop.check(100, oilBlue, "psf-beads", CheckReason.SCHEDULED, VerdictLevel.PASS);
        LoggedEvent work = work(10, Kind.CLEANING, List.of(oil.id()));
        rules.release(work, "no slide", new Event.Entry("Ada", NOW, ZoneOffset.UTC), UUID::randomUUID);
        workshop.events()
                .add(new FollowUp(
                        UUID.randomUUID(),
                        work.event().id(),
                        FollowUp.Step.REOPENED,
                        NOW,
                        new FollowUp.Account("", Loss.none()),
                        new Event.Entry("Ada", NOW.plusSeconds(1), ZoneOffset.UTC)));

        assertThat(rules.outstanding(NOW.plusSeconds(2))).hasSize(1);
    }

    @Test
    void listsWorkOfTheLastYearOnly() {
        workshop.check(500, oilBlue, "psf-beads", CheckReason.SCHEDULED, VerdictLevel.PASS);
        work(400, Kind.CLEANING, List.of(oil.id()));

        assertThat(rules.outstanding(NOW)).isEmpty();
        assertThat(rules.outstanding(NOW.minus(Duration.ofDays(100)))).hasSize(1);
    }

    private ReturnCheck first(LoggedEvent work) {
        return rules.of(workshop.events().byId(work.event().id()).orElseThrow(), NOW).checks().stream()
                .filter(each -> each.path().equals(oilBlue))
                .findFirst()
                .orElseThrow();
    }

    private LoggedEvent work(int daysAgo, Kind kind, List<UUID> parts) {
        return workshop.work(NOW.minus(Duration.ofDays(daysAgo)), kind, parts);
    }
}
