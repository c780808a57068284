package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.BaselineMaker;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.check.ReviewPolicy;
import org.fiducial.facility.check.ReviewStanding;
import org.fiducial.facility.check.Reviewing;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.judgement.LimitScope;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;

/** What a record promises of limits, baselines and what people said of checks. */
abstract class LimitContract extends FormContract {

    private static final Entry ENTRY = new Entry("Ada Müller", SampleRecord.NOW, "as agreed with the users");

    @Test
    void readsBackABaselineAndTheLimitsThatReferToIt() throws IOException {
        LimitVersion limits = record.addLimits(store, record.append(store, SampleRecord.NOW, 0.25));
        store.close();
        store = record.open();

        assertThat(store.limits().versions(record.confocal().id(), "psf-beads")).containsExactly(limits);
        assertThat(store.limits().versions(record.confocal().id(), "light-source-power"))
                .isEmpty();
        assertThat(store.limits().versions(record.lsm().id())).containsExactly(limits);
        assertThat(store.limits().baselines(record.lsm().id()))
                .containsExactly(limits.terms().baseline().orElseThrow());
        assertThat(store.limits()
                        .newestBaseline(limits.terms().baseline().orElseThrow().series()))
                .isEqualTo(limits.terms().baseline());
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void findsTheLimitsOfTheInstrumentAndOfTheFacilityForALightPath() {
        LimitVersion instrument =
                limits(LimitScope.Reach.INSTRUMENT, record.lsm().id(), 1);
        LimitVersion everywhere =
                limits(LimitScope.Reach.EVERYWHERE, record.home().id(), 1);
        store.limits().add(instrument);
        store.limits().add(everywhere);

        assertThat(store.limits().versions(record.confocal().id(), "psf-beads"))
                .containsExactlyInAnyOrder(instrument, everywhere);
        assertThat(store.limits().versions(record.lsm().id())).containsExactlyInAnyOrder(instrument, everywhere);
        assertThat(store.limits().versions(record.confocal().id())).isEmpty();
        assertThat(LimitVersion.inForce(
                        store.limits().versions(record.confocal().id(), "psf-beads"), LocalDate.of(2026, 3, 12)))
                .isEmpty();
    }

    @Test
    void refusesLimitsThatSomebodyElseChangedMeanwhile() {
        store.limits().add(limits(LimitScope.Reach.INSTRUMENT, record.lsm().id(), 1));
        LimitVersion again = limits(LimitScope.Reach.INSTRUMENT, record.lsm().id(), 1);

        assertThatThrownBy(() -> store.limits().add(again))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("version 1 is in the record");
        assertThat(store.limits().versions(record.confocal().id(), "psf-beads")).hasSize(1);
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void aBaselineIsMadeOfChosenChecksButNotOfVoidOnes() throws IOException {
        Check first = record.append(store, SampleRecord.NOW, 0.25);
        Check second = record.append(store, SampleRecord.NOW.plusSeconds(60), 0.27);
        Check wrong = record.append(store, SampleRecord.NOW.plusSeconds(120), 0.9);
        store.reviews().add(record.review(wrong, Review.Decision.VOID));
        BaselineMaker maker = new BaselineMaker(store.checks(), store.reviews(), store.limits());

        Baseline baseline = maker.make(
                record.ids().get(),
                new Baseline.Sample(Baseline.Estimator.MEAN, List.of(first.id(), second.id())),
                ENTRY);

        MeasurementKey fwhm = MeasurementKey.of("psf.fwhm.x", 1, Statistic.MEDIAN);
        assertThat(baseline.value(fwhm).orElseThrow().centre().value()).isEqualTo(0.26);
        assertThat(baseline.value(fwhm).orElseThrow().n()).isEqualTo(2);
        assertThat(store.limits().newestBaseline(baseline.series())).contains(baseline);
        assertThatThrownBy(() -> maker.make(
                        record.ids().get(),
                        new Baseline.Sample(Baseline.Estimator.MEAN, List.of(first.id(), wrong.id())),
                        ENTRY))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("void");
    }

    @Test
    void theNewestWordOnACheckCountsAndAVoidOneIsInNoSeries() throws IOException {
        Check check = record.append(store, SampleRecord.NOW, 0.25);
        assertThat(standing()).isEqualTo(ReviewStanding.UNREVIEWED);
        Review approved = record.review(check, Review.Decision.APPROVED);
        Review voided = record.review(check, Review.Decision.VOID);

        store.reviews().add(approved);
        assertThat(standing()).isEqualTo(ReviewStanding.APPROVED);
        assertThat(series()).isEqualTo(1);
        store.reviews().add(voided);

        assertThat(standing()).isEqualTo(ReviewStanding.VOID);
        assertThat(series()).isZero();
        assertThat(store.reviews().of(check.id())).containsExactly(approved, voided);
        assertThat(store.checks().byId(check.id())).contains(check);
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void listsWhatNobodyLookedAtAlthoughSomebodyShould() throws IOException {
        Check noted = record.append(store, SampleRecord.NOW, 0.25);
        assertThat(open()).containsExactly(noted.id());

        store.reviews().add(record.review(noted, Review.Decision.REJECTED));

        assertThat(open()).isEmpty();
        assertThat(standing()).isEqualTo(ReviewStanding.REJECTED);
    }

    @Test
    void letsSomebodyElseReviewWhereTheFacilityWantsIt() throws IOException {
        Check check = record.append(store, SampleRecord.NOW, 0.25);
        Reviewing reviewing = new Reviewing(
                new Reviewing.Ledgers(store.checks(), store.reviews(), store.instruments()),
                record.clock(),
                record.ids());
        Reviewing.Signature own = new Reviewing.Signature("Ada Müller", "");
        ReviewPolicy policy = new ReviewPolicy(record.ids().get(), record.home().id(), false, ENTRY);
        store.reviews().add(policy);

        assertThat(store.reviews().policy(record.home().id())).contains(policy);
        assertThatThrownBy(() -> reviewing.decide(check.id(), Review.Decision.APPROVED, own))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("somebody else");
        reviewing.decide(check.id(), Review.Decision.APPROVED, new Reviewing.Signature("Grace Hopper", ""));
        reviewing.decide(check.id(), Review.Decision.VOID, new Reviewing.Signature("Ada Müller", "wrong slide"));

        assertThat(standing()).isEqualTo(ReviewStanding.VOID);
        assertThat(store.audit().faults()).isEmpty();
    }

    private List<UUID> open() {
        return store.reviews().open(record.home().id()).stream()
                .map(CheckSummary::id)
                .toList();
    }

    private ReviewStanding standing() {
        return store.checks().ofInstrument(record.lsm().id()).get(0).standing();
    }

    private int series() {
        return store.checks()
                .series(record.lsm().id(), "psf.fwhm.x", Statistic.MEDIAN)
                .size();
    }

    private LimitVersion limits(LimitScope.Reach reach, UUID id, int number) {
        return new LimitVersion(
                record.ids().get(),
                new LimitVersion.Subject("psf-beads", new LimitScope(reach, id)),
                number,
                LocalDate.of(2026, 4, 1),
                new LimitVersion.Terms(List.of(SampleRecord.ownLimit(-2, 3)), Optional.empty()),
                ENTRY);
    }
}
