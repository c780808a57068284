package org.fiducial.facility.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.kit.Recall;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;

/** Expectations are reading / (1 + error) by hand: 9.8 mW read 4 % low are 9.8 / 0.96 = 10.208 mW. */
class DoubtTest {

    private static final Instant DAY = Instant.parse("2026-03-12T09:30:00Z");
    private static final DefaultLimit UP_TO_TEN = limit("power.value", OptionalDouble.empty(), 9.5, 10);

    @Test
    void withoutAKnownErrorEveryVerdictIsDoubtful() {
        Doubt doubt = Doubt.of(recall(OptionalDouble.empty()), use(UP_TO_TEN, 5, Unit.MILLIWATT));

        assertThat(doubt.isDoubtful()).isTrue();
        assertThat(doubt.arithmetic()).isEmpty();
    }

    @Test
    void aVerdictThatChangesWithinTheErrorIsDoubtfulWithItsArithmetic() {
        Doubt doubt = Doubt.of(recall(OptionalDouble.of(-4)), use(UP_TO_TEN, 9.8, Unit.MILLIWATT));

        assertThat(doubt.isDoubtful()).isTrue();
        assertThat(doubt.arithmetic())
                .containsExactly("power.value: 9.8 mW read, 9.8 mW / 0.96 = 10.21 mW true;"
                        + " the verdict would be fail instead of warning.");
    }

    @Test
    void aVerdictThatStaysIsUnaffectedWithItsArithmetic() {
        Doubt doubt = Doubt.of(recall(OptionalDouble.of(-4)), use(UP_TO_TEN, 9, Unit.MILLIWATT));

        assertThat(doubt.isDoubtful()).isFalse();
        assertThat(doubt.arithmetic())
                .containsExactly("power.value: 9 mW read, 9 mW / 0.96 = 9.375 mW true; the verdict stays pass.");
    }

    @Test
    void aVerdictThatWouldPassSomewhereWithinTheErrorIsDoubtfulThoughBothEndsFail() {
        DefaultLimit narrow = limit("power.value", OptionalDouble.of(9.9), 10, 10);

        Doubt doubt = Doubt.of(recall(OptionalDouble.of(-4)), use(narrow, 9.8, Unit.MILLIWATT));

        assertThat(doubt.isDoubtful()).isTrue();
        assertThat(doubt.arithmetic().get(0)).endsWith("the verdict is another one in between.");
    }

    @Test
    void theErrorOfOneMeterCancelsInWhatIsNoPower() {
        DefaultLimit drift = limit("power.drift", OptionalDouble.empty(), 2, 5);

        Doubt doubt = Doubt.of(recall(OptionalDouble.of(-4)), use(drift, 1.99, Unit.PERCENT_PER_HOUR));

        assertThat(doubt.isDoubtful()).isFalse();
        assertThat(doubt.arithmetic())
                .containsExactly(
                        "No verdict rests on an absolute power, and the error of one meter cancels in the rest.");
    }

    @Test
    void aRecallSaysWhatIsWrongAndAnErrorThatCanBe() {
        assertThatThrownBy(() -> new Recall.Fault(" ", OptionalDouble.empty()))
                .hasMessage("a recall says what is wrong");
        assertThatThrownBy(() -> new Recall.Fault("aged", OptionalDouble.of(-100)))
                .hasMessageContaining("between 0 and 100 %");
        assertThatThrownBy(() -> new Recall.Fault("aged", OptionalDouble.of(Double.NaN)))
                .hasMessageContaining("between 0 and 100 %");
        assertThatThrownBy(() -> new Recall.Period(DAY, Optional.of(DAY.minusMillis(1))))
                .hasMessageContaining("ends after it begins");
    }

    private static Recall recall(OptionalDouble readsPercent) {
        return new Recall(
                new UUID(7, 1),
                new UUID(7, 2),
                "pm-1",
                new Recall.Period(DAY, Optional.empty()),
                new Recall.Fault("sensor aged", readsPercent),
                new Recall.Entry("Ada Müller", DAY, ZoneOffset.UTC),
                Optional.empty());
    }

    private static KitUse use(DefaultLimit limit, double value, Unit unit) {
        CheckSummary check = new CheckSummary(
                new UUID(7, 3),
                new UUID(7, 4),
                new ProtocolReference("light-source-power", "1.0"),
                DAY,
                CheckReason.SCHEDULED,
                VerdictLevel.PASS,
                "");
        Verdict verdict = new Verdict(
                MeasurementKey.of(limit.metric(), 0, limit.statistic()), level(limit, value), limit, "as tested");
        KitUse.Judged judged = new KitUse.Judged(verdict, Optional.of(new Quantity(value, unit)));
        return new KitUse(check, new UUID(7, 5), "Ada Müller", List.of(judged));
    }

    private static VerdictLevel level(DefaultLimit limit, double value) {
        if (!limit.fail().contain(value)) {
            return VerdictLevel.FAIL;
        }
        return limit.warning().contain(value) ? VerdictLevel.PASS : VerdictLevel.WARNING;
    }

    private static DefaultLimit limit(String metric, OptionalDouble low, double warning, double fail) {
        return new DefaultLimit(
                metric,
                Statistic.VALUE,
                List.of(),
                new Bounds(low, OptionalDouble.of(warning)),
                new Bounds(low, OptionalDouble.of(fail)),
                "Chosen for this test.");
    }
}
