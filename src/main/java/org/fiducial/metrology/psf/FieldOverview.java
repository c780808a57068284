package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.acquisition.FieldView;
import org.fiducial.metrology.bead.BeadField;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Marker;
import org.fiducial.metrology.protocol.FigurePart.MarkerShape;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.FigurePart.Tone;
import org.fiducial.metrology.psf.ChannelResult.RejectedBead;

/** The field seen from above with a numbered mark at every bead: a box where it counts, a diamond where it does not. */
final class FieldOverview {

    /** Side of a mark in lateral FWHM. */
    private static final double MARK_FWHM = 5;

    private final ChannelResult channel;
    private final List<String> names;

    FieldOverview(ChannelResult channel, List<String> names) {
        this.channel = channel;
        this.names = names;
    }

    /** One picture a file. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int input = 0; input < channel.fields().size(); input++) {
            figures.add(figure(input));
        }
        return figures;
    }

    private Figure figure(int input) {
        BeadField field = channel.fields().get(input);
        FieldView view = FieldView.of(field.projection(), channel.sampling().voxel());
        boolean several = channel.fields().size() > 1;
        String id = "overview-c" + channel.channel() + (several ? "-f" + (input + 1) : "");
        String title = "Field, channel " + channel.channel() + (several ? ", " + names.get(input) : "");
        String text = field.measured().size() + " beads measured (boxes), "
                + field.rejected().size()
                + " rejected (diamonds); brightest planes, square root of the grey values.";
        return new Figure.ImagePanel(
                new Caption(id, title, text),
                List.of(new Tile("", view.raster(), Colours.GREY_SQUARE_ROOT, markers(input, field, view))),
                1);
    }

    private List<Marker> markers(int input, BeadField field, FieldView view) {
        List<Marker> markers = new ArrayList<>();
        for (RejectedBead bead : channel.rejected()) {
            if (bead.place().input() == input) {
                markers.add(marker(bead.outcome(), bead.place(), field, view, false));
            }
        }
        for (MeasuredBead bead : channel.measured()) {
            if (bead.place().input() == input) {
                markers.add(marker(bead.outcome(), bead.place(), field, view, true));
            }
        }
        return markers;
    }

    private static Marker marker(
            BeadOutcome outcome, BeadPlace place, BeadField field, FieldView view, boolean counts) {
        Position at = outcome.bead().position();
        return new Marker(
                view.mark(at.x(), at.y(), MARK_FWHM * field.scale().lateralFwhmPx()),
                counts ? MarkerShape.BOX : MarkerShape.DIAMOND,
                counts ? Tone.GOOD : Tone.BAD,
                Integer.toString(place.number()));
    }
}
