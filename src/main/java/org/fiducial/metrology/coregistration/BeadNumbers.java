package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.metrology.bead.Position;

/**
 * Gives the beads of a file numbers that are the same in every channel: each channel is matched with the beads known from
 * the channels before it, {@link FieldMatching}, the reference channel first; beads new to it are known from then on, in the
 * frame of the reference channel.
 */
final class BeadNumbers {

    private final List<Position> known = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final double areaUm2;
    private int next;

    /**
     * Numbers for the beads of one file.
     *
     * @param areaUm2 area of its field
     * @param first the first number not yet given
     */
    BeadNumbers(double areaUm2, int first) {
        this.areaUm2 = areaUm2;
        this.next = first;
    }

    /** The first number not yet given. */
    int next() {
        return next;
    }

    /**
     * The beads of a channel with their numbers, in their order.
     *
     * @param input index of the file they were found in, from 0
     */
    List<NumberedBead> of(ChannelBeads channel, int input) {
        List<Integer> taking = new ArrayList<>();
        List<Position> places = new ArrayList<>();
        for (int i = 0; i < channel.beads().size(); i++) {
            if (channel.beads().get(i).isBead()) {
                taking.add(i);
                places.add(channel.beads().get(i).um());
            }
        }
        boolean first = known.isEmpty();
        Optional<FieldMatching.Match> match =
                first ? Optional.empty() : new FieldMatching(known, places, channel.gateUm(), areaUm2).find();
        Map<Integer, Integer> given = new HashMap<>();
        match.ifPresent(found ->
                found.pairs().forEach(pair -> given.put(taking.get(pair.other()), numbers.get(pair.reference()))));
        List<Integer> ambiguous = match.map(
                        found -> found.ambiguous().stream().map(taking::get).toList())
                .orElse(List.of());
        List<NumberedBead> numbered = new ArrayList<>();
        for (int i = 0; i < channel.beads().size(); i++) {
            LocatedBead bead = channel.beads().get(i);
            Optional<Integer> same = Optional.ofNullable(given.get(i));
            int number = same.isPresent() ? same.get() : next++;
            numbered.add(new NumberedBead(number, channel.channel(), input, ambiguous.contains(i), bead));
            if (same.isEmpty() && bead.isBead() && (first || match.isPresent())) {
                known.add(match.map(found -> found.transform().back(bead.um())).orElse(bead.um()));
                numbers.add(number);
            }
        }
        return numbered;
    }
}
