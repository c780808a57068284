package org.fiducial.metrology.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.fiducial.metrology.field.FieldChannel.SmoothField;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Item.ItemIdentity;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** The nine zones of a field, row by row, and the patches of dirt in it. */
final class FieldItems {

    static final int ZONES = 3;

    private static final int MOST_DEFECTS = 100;
    private static final double SATURATED_SHARE = 0.001;

    private final FieldChannel channel;
    private final String input;

    FieldItems(FieldChannel channel, String input) {
        this.channel = channel;
        this.input = input;
    }

    List<Item> all() {
        List<Item> items = new ArrayList<>();
        channel.field().ifPresent(field -> {
            double[] means = zoneMeans(field);
            for (int zone = 0; zone < means.length; zone++) {
                items.add(zone(field, zone, means[zone]));
            }
            List<PixelResiduals.Defect> defects = field.residuals().defects();
            for (int i = 0; i < Math.min(MOST_DEFECTS, defects.size()); i++) {
                items.add(defect(defects.get(i), i + 1));
            }
        });
        return items;
    }

    private ItemIdentity identity(String name) {
        return new ItemIdentity("c" + channel.number() + "-" + name, "region", channel.number(), input);
    }

    private Item zone(SmoothField field, int zone, double mean) {
        int column = zone % ZONES;
        int row = zone / ZONES;
        FlatImage image = channel.source().image();
        Map<String, Estimate> values = new LinkedHashMap<>();
        values.put("field.position.x", number((column - 1) * 2.0 / ZONES, Unit.ONE));
        values.put("field.position.y", number((row - 1) * 2.0 / ZONES, Unit.ONE));
        values.put("field.zone", number(mean, Unit.PERCENT));
        double u = column - 1;
        double v = row - 1;
        double highest = field.shape().highest(field.surface().coefficients());
        values.put("field.point", number(100 * field.surface().at(u, v) / highest, Unit.PERCENT));
        int x = Math.round((float) (0.5 * (u + 1) * (image.width() - 1)));
        int y = Math.round((float) (0.5 * (v + 1) * (image.height() - 1)));
        double stored = image.counts()[y * image.width() + x]
                + channel.source().offset().level();
        values.put("field.point_pixel", number(stored, Unit.COUNT));
        int saturated = saturated(image, column, row);
        double allowed = Math.rint(SATURATED_SHARE * image.counts().length / (ZONES * ZONES));
        List<Reason> reasons = saturated > allowed
                ? List.of(Reason.of("SATURATED", new Quantity(saturated, Unit.ONE), new Quantity(allowed, Unit.ONE)))
                : List.of();
        return new Item(identity("z" + (zone + 1)), ItemStatus.MEASURED, reasons, values);
    }

    /** Means of the surface over the zones, row by row, in per cent of the highest. */
    static double[] zoneMeans(SmoothField field) {
        double[] means = IntStream.range(0, ZONES * ZONES)
                .mapToDouble(zone -> mean(field, zone % ZONES, zone / ZONES))
                .toArray();
        double highest = Arrays.stream(means).max().orElseThrow();
        return Arrays.stream(means).map(mean -> 100 * mean / highest).toArray();
    }

    private static double mean(SmoothField field, int column, int row) {
        int places = 16;
        double sum = 0;
        for (int i = 0; i < places; i++) {
            for (int j = 0; j < places; j++) {
                double u = 2.0 * (column + (i + 0.5) / places) / ZONES - 1;
                double v = 2.0 * (row + (j + 0.5) / places) / ZONES - 1;
                sum += field.surface().at(u, v);
            }
        }
        return sum / (places * places);
    }

    private static int saturated(FlatImage image, int column, int row) {
        int x0 = column * image.width() / ZONES;
        int x1 = (column + 1) * image.width() / ZONES;
        int y0 = row * image.height() / ZONES;
        int y1 = (row + 1) * image.height() / ZONES;
        int saturated = 0;
        for (int y = y0; y < y1; y++) {
            saturated += image.excluded()
                    .get(y * image.width() + x0, y * image.width() + x1)
                    .cardinality();
        }
        return saturated;
    }

    private Item defect(PixelResiduals.Defect defect, int number) {
        FlatImage image = channel.source().image();
        Map<String, Estimate> values = new LinkedHashMap<>();
        values.put("field.position.x", number(defect.u(), Unit.ONE));
        values.put("field.position.y", number(defect.v(), Unit.ONE));
        values.put("field.defect.depth", number(100 * defect.depth(), Unit.PERCENT));
        values.put("field.defect.area", number(100.0 * defect.pixels() / image.counts().length, Unit.PERCENT));
        Reason reason = Reason.of(
                "DEFECT",
                new Quantity(100 * Math.abs(defect.depth()), Unit.PERCENT),
                new Quantity(100 * defect.limit(), Unit.PERCENT));
        return new Item(
                identity(String.format(Locale.ROOT, "d%03d", number)), ItemStatus.REJECTED, List.of(reason), values);
    }

    private static Estimate number(double value, Unit unit) {
        return Estimate.of(new Quantity(value, unit));
    }
}
