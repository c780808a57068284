package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.coregistration.ChannelPair.SharedBead;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Item.ItemIdentity;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * The beads as items, one a bead and channel. A bead that counts in its channel but in no other is rejected as missing there;
 * one that lacks some channels only is measured and flagged.
 */
final class BeadItems {

    private static final String KIND = "bead";

    private final Acquisition acquisition;
    private final List<String> names;
    private final Map<NumberedBead, Map<String, Estimate>> shifts = new LinkedHashMap<>();

    /**
     * The items of an acquisition.
     *
     * @param pairs with the reference channel
     * @param names of the files, in order
     */
    BeadItems(Acquisition acquisition, List<PairResult> pairs, List<String> names) {
        this.acquisition = acquisition;
        this.names = names;
        for (PairResult pair : pairs) {
            for (int i = 0; i < pair.count(); i++) {
                SharedBead bead = pair.beads().get(i);
                shifts.put(bead.other(), pair.values().get(i));
            }
        }
    }

    List<Item> all() {
        List<NumberedBead> beads = acquisition.beads();
        List<Item> items = new ArrayList<>();
        for (int channel = 1; channel <= acquisition.field().channels(); channel++) {
            for (NumberedBead bead : beads) {
                if (bead.channel() == channel) {
                    items.add(item(bead, beads));
                }
            }
        }
        return items;
    }

    private Item item(NumberedBead bead, List<NumberedBead> beads) {
        List<Reason> reasons = new ArrayList<>(bead.bead().rejections());
        List<Reason> missing = new ArrayList<>();
        if (bead.ambiguous()) {
            reasons.add(Reason.of("AMBIGUOUS_PAIR"));
        }
        if (bead.counts()) {
            missing.addAll(missing(bead, beads));
        }
        boolean alone = missing.size() == acquisition.field().channels() - 1;
        if (alone) {
            reasons.addAll(missing);
        }
        boolean rejected = !reasons.isEmpty();
        List<Reason> shown = new ArrayList<>(reasons);
        if (!rejected) {
            shown.addAll(missing);
        }
        shown.addAll(bead.bead().flags());
        return new Item(
                new ItemIdentity(bead.id(), KIND, bead.channel(), names.get(bead.input())),
                rejected ? ItemStatus.REJECTED : ItemStatus.MEASURED,
                shown,
                values(bead));
    }

    /** The channels in which no bead of that number counts. */
    private List<Reason> missing(NumberedBead bead, List<NumberedBead> beads) {
        return IntStream.rangeClosed(1, acquisition.field().channels())
                .filter(channel -> channel != bead.channel())
                .filter(channel -> beads.stream()
                        .noneMatch(other ->
                                other.channel() == channel && other.number() == bead.number() && other.counts()))
                .mapToObj(channel -> new Reason(
                        "MISSING_IN_CHANNEL", Optional.of(new Quantity(channel, Unit.ONE)), Optional.empty()))
                .toList();
    }

    private Map<String, Estimate> values(NumberedBead bead) {
        Position um = bead.bead().um();
        Optional<Position> u = bead.bead().u();
        Map<String, Estimate> values = new LinkedHashMap<>();
        values.put("coreg.position.x", position(um.x(), u.map(Position::x)));
        values.put("coreg.position.y", position(um.y(), u.map(Position::y)));
        if (!acquisition.field().plane()) {
            values.put("coreg.position.z", position(um.z(), u.map(Position::z)));
        }
        Optional.ofNullable(shifts.get(bead)).ifPresent(values::putAll);
        return values;
    }

    private static Estimate position(double um, Optional<Double> u) {
        return new Estimate(
                new Quantity(um, Unit.MICROMETRE), u.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }
}
