package org.fiducial.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.Item;

/** The figures of a result with what the items in them have to say: a gallery names items, people read sentences. */
public final class LabelledFigures {

    private LabelledFigures() {}

    /** All figures of a result, in their order, in one language. */
    public static List<Figure> of(AnalysisResult result, Texts texts) {
        Map<String, String> labels = new HashMap<>();
        for (Item item : result.items()) {
            String id = item.identity().id();
            item.reasons().stream()
                    .findFirst()
                    .ifPresent(reason -> labels.put(
                            id,
                            number(id) + ". " + ReasonText.of(item.identity().kind(), reason, texts)));
        }
        return result.figures().stream().map(figure -> labelled(figure, labels)).toList();
    }

    private static Figure labelled(Figure figure, Map<String, String> labels) {
        if (!(figure instanceof Figure.Gallery gallery)) {
            return figure;
        }
        List<Tile> tiles = gallery.tiles().stream()
                .map(tile -> new Tile(
                        labels.getOrDefault(tile.label(), tile.label()),
                        tile.raster(),
                        tile.colours(),
                        tile.markers(),
                        tile.over()))
                .toList();
        return new Figure.Gallery(gallery.caption(), tiles);
    }

    /** The number of {@code c1-b007} as it stands in pictures of the field: 7. */
    private static String number(String id) {
        String digits = id.replaceFirst(".*?0*([0-9]+)$", "$1");
        return digits.isEmpty() ? id : digits;
    }
}
