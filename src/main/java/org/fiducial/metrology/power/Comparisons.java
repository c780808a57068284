package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.Comparator;
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
        List<RunGroup> groups = RunGroup.of(acquisition.series()).stream()
                .map(Comparisons::counting)
                .filter(group -> !group.runs().isEmpty())
                .toList();
        for (RunGroup group : groups) {
            Rows rows = rowsOf.apply(qualifiers(group.key()));
            upstream(group, groups)
                    .ifPresent(before -> rows.with("ref_location", before.key().location())
                            .add("power.transmission", transmission(group, before)));
            if (group.key().location().isEmpty() || group.key().location().equals("sample")) {
                rows.add("power.irradiance", irradiance(group));
            }
        }
    }

    /** The runs in which a reading counts. */
    private static RunGroup counting(RunGroup group) {
        return new RunGroup(
                group.key(),
                group.runs().stream()
                        .filter(run -> run.statistics().isPresent())
                        .toList());
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
    private static Optional<RunGroup> upstream(RunGroup group, List<RunGroup> all) {
        int place = PATH.indexOf(group.key().location());
        return all.stream()
                .filter(other -> other.key().lineNm().equals(group.key().lineNm())
                        && other.key().setPoint().equals(group.key().setPoint())
                        && PATH.contains(other.key().location())
                        && PATH.indexOf(other.key().location()) < place)
                .max(Comparator.comparingInt(other -> PATH.indexOf(other.key().location())));
    }

    /** The mean power with the parts that do not cancel between two places. */
    private static Evaluated relative(RunGroup group) {
        return PooledRuns.mean(group.runs().stream()
                .map(run -> new Evaluated(
                        new Quantity(run.statistics().orElseThrow().meanMw(), Unit.MILLIWATT),
                        Optional.of(Uncertainty.combined(new PowerBudget(run).relativeMw())),
                        run.judged().n(),
                        Optional.empty()))
                .toList());
    }

    private static Finding transmission(RunGroup after, RunGroup before) {
        Evaluated lit = relative(after);
        Evaluated source = relative(before);
        double out = lit.value().value();
        double in = source.value().value();
        if (!(in > 0)) {
            return new NotEvaluated("There was no power at " + before.key().location() + ".");
        }
        double percent = 100 * out / in;
        List<Part> parts = new ArrayList<>();
        parts(lit)
                .forEach(part -> parts.add(new Part(
                        part.name() + ", " + after.key().location(), percent * part.standard() / Math.abs(out))));
        parts(source)
                .forEach(part -> parts.add(
                        new Part(part.name() + ", " + before.key().location(), percent * part.standard() / in)));
        return new Evaluated(
                new Quantity(percent, Unit.PERCENT),
                parts.isEmpty() ? Optional.empty() : Optional.of(Uncertainty.combined(parts)),
                Math.min(lit.n(), source.n()),
                Optional.empty());
    }

    private static List<Part> parts(Evaluated value) {
        return value.uncertainty().map(Uncertainty::parts).orElse(List.of());
    }

    private Finding irradiance(RunGroup group) {
        Optional<Double> areaUm2 = areaUm2(acquisition.parameters());
        if (areaUm2.isEmpty()) {
            return new NotEvaluated(
                    "The size of the field is not known; give --set field-width=… and field-height=…, or field-diameter=….");
        }
        Optional<String> notAbsolute = group.runs().get(0).scale().notAbsolute();
        if (notAbsolute.isPresent()) {
            return new NotEvaluated(notAbsolute.get());
        }
        double area = areaUm2.get();
        Evaluated mean = PooledRuns.mean(group.runs().stream()
                .map(run -> new Evaluated(
                        new Quantity(run.statistics().orElseThrow().meanMw(), Unit.MILLIWATT),
                        new PowerBudget(run).ofMean(),
                        run.judged().n(),
                        Optional.empty()))
                .toList());
        return new Evaluated(
                new Quantity(mean.value().value() / area, Unit.MILLIWATT_PER_SQUARE_MICROMETRE),
                mean.uncertainty()
                        .map(u -> Uncertainty.combined(u.parts().stream()
                                .map(part -> new Part(part.name(), part.standard() / area))
                                .toList())),
                mean.n(),
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
