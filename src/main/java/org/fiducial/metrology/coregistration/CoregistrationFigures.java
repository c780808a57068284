package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.protocol.Figure;

/** All pictures of a result, as values: the pair matrix, then by pair what the beads say, then the fields with their beads. */
final class CoregistrationFigures {

    private final Acquisition acquisition;
    private final List<PairResult> withReference;
    private final List<PairResult> others;

    /**
     * The pictures of an acquisition.
     *
     * @param withReference pairs with the reference channel
     * @param others all other pairs
     */
    CoregistrationFigures(Acquisition acquisition, List<PairResult> withReference, List<PairResult> others) {
        this.acquisition = acquisition;
        this.withReference = List.copyOf(withReference);
        this.others = List.copyOf(others);
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        List<PairResult> all = new ArrayList<>(withReference);
        all.addAll(others);
        PairMatrix.figure(all, acquisition.field().channels()).ifPresent(figures::add);
        for (PairResult pair : withReference) {
            if (pair.count() > 0) {
                figures.addAll(new ShiftFigures(acquisition.field(), pair).all());
                TwoColours.figure(acquisition.field(), pair).ifPresent(figures::add);
            }
        }
        figures.addAll(new ChannelOverviews(acquisition).figures());
        return figures;
    }
}
