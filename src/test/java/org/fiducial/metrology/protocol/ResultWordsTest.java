package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.CurveStyle;
import org.fiducial.metrology.protocol.Item.ItemIdentity;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.Uncertainty.Part;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;

/** The rules the words of a result keep. */
class ResultWordsTest {

    @Test
    void combinesIndependentPartsByTheirSquares() {
        Uncertainty combined = Uncertainty.combined(List.of(new Part("a", 3), new Part("b", 4)));

        assertThat(combined.standard()).isEqualTo(5);
        assertThat(combined.parts()).hasSize(2);
        assertThatThrownBy(() -> Uncertainty.of(Double.NaN)).hasMessageContaining("finite and not negative");
    }

    @Test
    void aRejectedItemSaysWhy() {
        ItemIdentity identity = new ItemIdentity("c1-b001", "bead", 1, "a.tif");

        assertThatThrownBy(() -> new Item(identity, ItemStatus.REJECTED, List.of(), Map.of()))
                .hasMessageContaining("c1-b001");
        assertThat(new Item(identity, ItemStatus.MEASURED, List.of(), Map.of()).reasons())
                .isEmpty();
    }

    @Test
    void aResultHoldsAKeyOnce() {
        MeasurementKey key = MeasurementKey.of("psf.fwhm.x", 1, Statistic.MEDIAN);
        Measurement measurement = new Measurement(key, Finding.Evaluated.of(new Quantity(0.3, Unit.MICROMETRE), 3));
        Provenance provenance = new Provenance(
                new Provenance.ProtocolReference("psf-beads", "1.0"),
                new Provenance.ModuleReference("psf", "1.0"),
                new Provenance.SoftwareReference("Fiducial", "0.1", ""),
                List.of(),
                List.of());

        assertThatThrownBy(() -> new AnalysisResult(
                        provenance, List.of(measurement, measurement), List.of(), List.of(), List.of()))
                .hasMessageContaining("two measurements share the key");
        AnalysisResult result = new AnalysisResult(provenance, List.of(measurement), List.of(), List.of(), List.of());
        assertThat(result.measurement(key)).contains(measurement);
        assertThat(measurement.evaluated()).isPresent();
        assertThat(new Measurement(key, new Finding.NotEvaluated("No bead.")).evaluated())
                .isEmpty();
    }

    @Test
    void aKeyIsDottedWordsAndAChannel() {
        assertThatThrownBy(() -> MeasurementKey.of("PSF fwhm", 1, Statistic.MEDIAN))
                .hasMessageContaining("dotted");
        assertThatThrownBy(() -> MeasurementKey.of("psf", -1, Statistic.MEDIAN)).hasMessageContaining("not negative");
        assertThat(new MeasurementKey("a", 0, new TreeMap<>(Map.of("axis", "x")), Statistic.VALUE).qualifiers())
                .containsEntry("axis", "x");
    }

    @Test
    void boundsStandTheRightWayRound() {
        assertThatThrownBy(() -> new Bounds(OptionalDouble.of(2), OptionalDouble.of(1)))
                .hasMessageContaining("lies above the high bound");
        assertThat(new Bounds(OptionalDouble.empty(), OptionalDouble.empty()).contain(1e300))
                .isTrue();
    }

    @Test
    void statisticsHaveWords() {
        assertThat(Statistic.MEDIAN.word()).isEqualTo("median");
        assertThat(Statistic.of("sd")).isEqualTo(Statistic.SD);
    }

    @Test
    void valuesReadAsPeopleWriteThem() {
        assertThat(new Value.Numeric(new Quantity(65, Unit.NANOMETRE))).hasToString("65.0 nm");
        assertThat(new Value.Text("oil")).hasToString("oil");
        assertThat(Reason.of("NEIGHBOUR").value()).isEmpty();
        assertThat(Reason.of("NEIGHBOUR", new Quantity(2, Unit.ONE), new Quantity(3, Unit.ONE))
                        .limit())
                .isEqualTo(Optional.of(new Quantity(3, Unit.ONE)));
        assertThat(Estimate.of(new Quantity(1, Unit.ONE)).standardUncertainty()).isEmpty();
    }

    @Test
    void figurePartsKeepTheirShape() {
        assertThatThrownBy(() -> new Caption("Über", "t", "")).hasMessageContaining("lower-case words");
        assertThatThrownBy(() -> new Curve("c", CurveStyle.LINE, List.of(1.0), List.of()))
                .hasMessageContaining("as many x as y");
        assertThatThrownBy(() -> Raster.of(2, 2, new float[3], 1, 1)).hasMessageContaining("2 x 2");
        assertThatThrownBy(() -> Raster.of(1, 1, new float[1], 0, 1)).hasMessageContaining("positive");
        Raster raster = Raster.of(2, 1, new float[] {1, 2}, 0.1, 0.2);
        assertThat(raster.value(1, 0)).isEqualTo(2);
        assertThat(raster)
                .isEqualTo(Raster.of(2, 1, new float[] {1, 2}, 0.1, 0.2))
                .hasSameHashCodeAs(Raster.of(2, 1, new float[] {1, 2}, 0.1, 0.2));
        assertThat(raster).isNotEqualTo(Raster.of(2, 1, new float[] {1, 3}, 0.1, 0.2));
    }

    @Test
    void anUnwatchedProgressIsNeverCancelled() {
        Progress.unwatched().report(1, 2, "reading");
        Progress.unwatched().throwIfCancelled();
        Progress cancelled = new Progress() {
            @Override
            public void report(long done, long of, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(cancelled::throwIfCancelled).isInstanceOf(AnalysisCancelledException.class);
    }
}
