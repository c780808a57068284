package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.fiducial.metrology.power.PowerMeasurements.Rows;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Finding.Evaluated;
import org.fiducial.metrology.protocol.Finding.NotEvaluated;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.Uncertainty.Part;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** Power at one place against another (transmission, the meter cancels) and over the illuminated field (irradiance). */
final class Comparisons {

    /** Places in the order the light passes them. */
    private static final List<String> PATH = List.of("source", "fibre", "objective-back", "sample");

    private final PowerAcquisition acquisition;

    Comparisons(PowerAcquisition acquisition) {
        this.acquisition = acquisition;
    }

    void write(Function<SortedMap<String, String>, Rows> rowsOf) {
        for (SeriesResult series : acquisition.series()) {
            if (series.statistics().isEmpty() || series.repeat() > 1) {
                continue;
            }
            Rows rows = rowsOf.apply(qualifiers(series.key()));
            upstream(series)
                    .ifPresent(before -> rows.with("ref_location", before.key().location())
                            .add("power.transmission", transmission(series, before)));
            if (series.key().location().isEmpty() || series.key().location().equals("sample")) {
                rows.add("power.irradiance", irradiance(series));
            }
        }
    }

    private SortedMap<String, String> qualifiers(SeriesKey key) {
        SortedMap<String, String> qualifiers = new TreeMap<>();
        key.lineNm().ifPresent(nm -> qualifiers.put("line_nm", Words.number(nm)));
        key.setPoint()
                .ifPresent(set -> qualifiers.put(acquisition.setPointKind().qualifier(), Words.number(set)));
        if (!key.location().isEmpty()) {
            qualifiers.put("location", key.location());
        }
        return qualifiers;
    }

    /** The same line and set point at the nearest place before this one. */
    private Optional<SeriesResult> upstream(SeriesResult series) {
        int place = PATH.indexOf(series.key().location());
        return acquisition.series().stream()
                .filter(other -> other.key().lineNm().equals(series.key().lineNm())
                        && other.key().setPoint().equals(series.key().setPoint())
                        && other.repeat() == 1
                        && other.statistics().isPresent()
                        && PATH.contains(other.key().location())
                        && PATH.indexOf(other.key().location()) < place)
                .max((a, b) -> Integer.compare(
                        PATH.indexOf(a.key().location()), PATH.indexOf(b.key().location())));
    }

    private static Finding transmission(SeriesResult after, SeriesResult before) {
        double out = after.statistics().orElseThrow().meanMw();
        double in = before.statistics().orElseThrow().meanMw();
        if (!(in > 0)) {
            return new NotEvaluated("There was no power at " + before.key().location() + ".");
        }
        double percent = 100 * out / in;
        List<Part> parts = new ArrayList<>();
        new PowerBudget(after)
                .relativeMw()
                .forEach(part -> parts.add(new Part(
                        part.name() + ", " + after.key().location(), percent * part.standard() / Math.abs(out))));
        new PowerBudget(before)
                .relativeMw()
                .forEach(part -> parts.add(
                        new Part(part.name() + ", " + before.key().location(), percent * part.standard() / in)));
        return new Evaluated(
                new Quantity(percent, Unit.PERCENT),
                parts.isEmpty() ? Optional.empty() : Optional.of(Uncertainty.combined(parts)),
                Math.min(after.judged().n(), before.judged().n()),
                Optional.empty());
    }

    private Finding irradiance(SeriesResult series) {
        Optional<Double> areaUm2 = areaUm2(acquisition.parameters());
        if (areaUm2.isEmpty()) {
            return new NotEvaluated(
                    "The size of the field is not known; give --set field-width=… and field-height=…, or field-diameter=….");
        }
        if (series.scale().notAbsolute().isPresent()) {
            return new NotEvaluated(series.scale().notAbsolute().get());
        }
        double area = areaUm2.get();
        Optional<Uncertainty> u = new PowerBudget(series)
                .ofMean()
                .map(mean -> Uncertainty.combined(mean.parts().stream()
                        .map(part -> new Part(part.name(), part.standard() / area))
                        .toList()));
        return new Evaluated(
                new Quantity(series.statistics().orElseThrow().meanMw() / area, Unit.MILLIWATT_PER_SQUARE_MICROMETRE),
                u,
                series.judged().n(),
                Optional.of("mean-over-field"));
    }

    private static Optional<Double> areaUm2(Parameters parameters) {
        Optional<Double> diameter = parameters.number("field-diameter", Unit.MICROMETRE);
        if (diameter.isPresent()) {
            return Optional.of(Math.PI / 4 * diameter.get() * diameter.get());
        }
        Optional<Double> width = parameters.number("field-width", Unit.MICROMETRE);
        Optional<Double> height = parameters.number("field-height", Unit.MICROMETRE);
        return width.flatMap(w -> height.map(h -> w * h));
    }
}
