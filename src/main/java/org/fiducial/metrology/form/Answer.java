package org.fiducial.metrology.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.metrology.protocol.EntryForm;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * What was entered into one field.
 *
 * @param field the field
 * @param definition what it takes
 * @param value what was entered, if anything
 * @param comment what was said of it
 */
record Answer(EntryForm.Field field, ParameterDefinition definition, Optional<Value> value, Optional<String> comment) {

    private static final String ITEM = "entry";
    private static final String LEFT_OUT = "LEFT_OUT";

    String title() {
        return definition.title();
    }

    /** Whether it must be said and is not; a comment is enough where the field would be judged. */
    boolean isMissing() {
        boolean excused = field.metric().isPresent() && comment.isPresent();
        return value.isEmpty() && !field.optional() && !excused;
    }

    /** The file it names. */
    Optional<String> fileName() {
        return field.kind().isFile() ? value.map(Value::toString) : Optional.empty();
    }

    /** What is judged and trended of it: of several readings their mean, standard deviation, extremes and number. */
    List<Measurement> measurements() {
        if (field.metric().isEmpty() || (value.isEmpty() && field.optional())) {
            return List.of();
        }
        if (value.isEmpty()) {
            return List.of(new Measurement(key(first()), new Finding.NotEvaluated("Left out: " + comment.orElse(""))));
        }
        List<Quantity> readings = definition.kind().numbers(value.get());
        return definition.kind() instanceof ParameterKind.Readings
                ? summary(readings)
                : List.of(measurement(Statistic.VALUE, readings.get(0), 1, Optional.empty()));
    }

    /** Repeated readings one by one, and a field that was left out. */
    List<Item> items() {
        if (field.metric().isEmpty()) {
            return List.of();
        }
        if (value.isEmpty()) {
            return field.optional()
                    ? List.of()
                    : List.of(new Item(
                            identity(field.name()), Item.ItemStatus.REJECTED, List.of(Reason.of(LEFT_OUT)), Map.of()));
        }
        if (!(definition.kind() instanceof ParameterKind.Readings)) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (Quantity reading : definition.kind().numbers(value.get())) {
            items.add(new Item(
                    identity(field.name() + "-" + (items.size() + 1)),
                    Item.ItemStatus.MEASURED,
                    List.of(),
                    Map.of(field.metric().orElseThrow(), Estimate.of(reading))));
        }
        return items;
    }

    private static Item.ItemIdentity identity(String id) {
        return new Item.ItemIdentity(id, ITEM, 0, "");
    }

    private Statistic first() {
        return definition.kind() instanceof ParameterKind.Readings ? Statistic.MEAN : Statistic.VALUE;
    }

    private MeasurementKey key(Statistic statistic) {
        return MeasurementKey.of(field.metric().orElseThrow(), 0, statistic);
    }

    /** u of the mean is s/√n (JCGM 100:2008, 4.2.3), stated from two readings on. */
    private List<Measurement> summary(List<Quantity> readings) {
        Unit unit = readings.get(0).unit();
        int n = readings.size();
        double[] values = readings.stream().mapToDouble(Quantity::value).toArray();
        double sum = 0;
        double low = values[0];
        double high = values[0];
        for (double each : values) {
            sum += each;
            low = Math.min(low, each);
            high = Math.max(high, each);
        }
        double mean = sum / n;
        double squares = 0;
        for (double each : values) {
            squares += (each - mean) * (each - mean);
        }
        List<Measurement> all = new ArrayList<>();
        if (n == 1) {
            all.add(measurement(Statistic.MEAN, new Quantity(mean, unit), 1, Optional.empty()));
            return all;
        }
        double sd = Math.sqrt(squares / (n - 1));
        all.add(measurement(
                Statistic.MEAN,
                new Quantity(mean, unit),
                n,
                Optional.of(
                        Uncertainty.combined(List.of(new Uncertainty.Part("between readings", sd / Math.sqrt(n)))))));
        all.add(measurement(Statistic.SD, new Quantity(sd, unit), n, Optional.empty()));
        all.add(measurement(Statistic.MIN, new Quantity(low, unit), n, Optional.empty()));
        all.add(measurement(Statistic.MAX, new Quantity(high, unit), n, Optional.empty()));
        return all;
    }

    private Measurement measurement(Statistic statistic, Quantity quantity, int n, Optional<Uncertainty> u) {
        return new Measurement(key(statistic), new Finding.Evaluated(quantity, u, n, Optional.empty()));
    }
}
