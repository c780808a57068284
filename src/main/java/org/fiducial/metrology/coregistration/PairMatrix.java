package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.fiducial.metrology.acquisition.Figures3;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.numeric.Estimate;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Cell;

/** Every channel against every other: the distances at the centre of the field, and what they are against the resolution. */
final class PairMatrix {

    private static final String WORDS =
            "Distance at the centre of the field, in the plane and along z, above the diagonal; below"
                    + " it the ratio to what the optics resolve. The darker, the further apart; full shade is the resolution.";

    private PairMatrix() {}

    /** The matrix, if any pair has a shift. */
    static Optional<Figure> figure(List<PairResult> pairs, int channels) {
        List<Cell> cells = new ArrayList<>();
        for (PairResult pair : pairs) {
            pair.model().ifPresent(model -> cells.addAll(cells(pair, model.atCentre())));
        }
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        List<String> names =
                IntStream.rangeClosed(1, channels).mapToObj(Integer::toString).toList();
        return Optional.of(new Figure.Matrix(new Caption("pairs", "Pairs of channels", WORDS), names, cells));
    }

    private static List<Cell> cells(PairResult pair, FieldModel.Shift shift) {
        int first = Math.min(pair.pair().reference(), pair.pair().channel()) - 1;
        int second = Math.max(pair.pair().reference(), pair.pair().channel()) - 1;
        List<String> distances = new ArrayList<>();
        distances.add(nanometres(Math.hypot(shift.x().value(), shift.y().value())));
        shift.z().ifPresent(z -> distances.add("z " + nanometres(Math.abs(z.value()))));
        OptionalDouble ratio = ratio(pair, shift);
        double share = ratio.orElse(0);
        List<Cell> cells = new ArrayList<>(List.of(new Cell(first, second, share, distances)));
        ratio.ifPresent(
                value -> cells.add(new Cell(second, first, share, List.of(String.format(Locale.ROOT, "%.2f", value)))));
        return cells;
    }

    private static OptionalDouble ratio(PairResult pair, FieldModel.Shift shift) {
        Position um = new Position(
                shift.x().value(),
                shift.y().value(),
                shift.z().map(Estimate::value).orElse(0.0));
        return pair.ellipsoid() instanceof ResolutionEllipsoid.Known known
                ? OptionalDouble.of(known.ratio(um))
                : OptionalDouble.empty();
    }

    private static String nanometres(double um) {
        return Figures3.of(1e3 * um) + " nm";
    }
}
