package org.fiducial.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ResultDocument.Picture;
import org.fiducial.report.ResultView.FigureView;

/**
 * The report of one analysis: {@code report.html} with its pictures beside it, and {@code report.pdf} where it is wanted.
 * It says nothing that the result does not hold, and the same result gives the same bytes.
 */
public final class AnalysisReport {

    /** Pictures of single items shown in full; the report names how many were left out. */
    private static final int MOST_ITEM_FIGURES = 12;

    private final Templates templates;
    private final FigureRenderer renderer;

    /** A report from the given templates. */
    public AnalysisReport(Templates templates, FigureRenderer renderer) {
        this.templates = templates;
        this.renderer = renderer;
    }

    /** What a report is written as, besides its pictures. */
    public enum Format {
        HTML,
        PDF
    }

    /**
     * The pictures a report of this result consists of, in their order: all that show the whole, then those of the first
     * items.
     */
    public static List<Picture> pictures(AnalysisResult result) {
        return drawn(result.figures(), result).stream()
                .map(figure -> new Picture(file(figure), figure.caption().title()))
                .toList();
    }

    /** Something known of the occasion, for instance the instrument or the day; shown below the verdict. */
    public record Fact(String name, String value) {}

    /** All files of the report by name, of an analysis on its own. */
    public Map<String, byte[]> documents(
            AnalysisResult result, Judgement judgement, ProtocolDefinition definition, Set<Format> formats) {
        return documents(new Analysed(result, judgement, definition), List.of(), formats);
    }

    /** What is reported on: the result, its judgement, and the protocol followed, for the names of metrics. */
    public record Analysed(AnalysisResult result, Judgement judgement, ProtocolDefinition definition) {}

    /**
     * All files of the report by name.
     *
     * @param occasion when, where and why it was measured; may be empty
     */
    public Map<String, byte[]> documents(Analysed analysed, List<Fact> occasion, Set<Format> formats) {
        AnalysisResult result = analysed.result();
        Map<String, byte[]> files = new TreeMap<>(drawn(result).parallelStream()
                .collect(Collectors.toMap(AnalysisReport::file, figure -> renderer.png(figure, Theme.LIGHT))));
        String page = page(analysed, occasion);
        Map<String, byte[]> documents = new TreeMap<>(files);
        if (formats.contains(Format.HTML)) {
            documents.put("report.html", page.getBytes(StandardCharsets.UTF_8));
        }
        if (formats.contains(Format.PDF)) {
            documents.put("report.pdf", PdfDocument.of(page, files, seed(result)));
        }
        return documents;
    }

    private String page(Analysed analysed, List<Fact> occasion) {
        AnalysisResult result = analysed.result();
        ResultView view =
                ResultView.of(result, analysed.judgement(), Optional.of(analysed.definition()), templates.texts());
        List<FigureView> ofItems = drawn(result).stream()
                .filter(figure -> ofItem(figure, result))
                .map(ResultViews::figure)
                .toList();
        long single = result.figures().stream()
                .filter(figure -> ofItem(figure, result))
                .count();
        byte[] style = templates.file("styles/report.css").orElse(new byte[0]);
        return templates.fill(
                "report.html",
                Map.of(
                        "result", view,
                        "occasion", occasion,
                        "itemFigures", ofItems,
                        "itemFiguresInAll", single,
                        "style", new String(style, StandardCharsets.UTF_8)));
    }

    private List<Figure> drawn(AnalysisResult result) {
        return drawn(LabelledFigures.of(result, templates.texts()), result);
    }

    private static List<Figure> drawn(List<Figure> figures, AnalysisResult result) {
        List<Figure> whole = new ArrayList<>();
        List<Figure> single = new ArrayList<>();
        figures.forEach(figure -> (ofItem(figure, result) ? single : whole).add(figure));
        whole.addAll(single.subList(0, Math.min(single.size(), MOST_ITEM_FIGURES)));
        return whole;
    }

    private static boolean ofItem(Figure figure, AnalysisResult result) {
        List<String> ids = result.items().stream()
                .map(Item::identity)
                .map(Item.ItemIdentity::id)
                .toList();
        return ItemsViews.itemOf(figure, ids).isPresent();
    }

    private static String file(Figure figure) {
        return figure.caption().id() + ".png";
    }

    /** Half of the first input's hash: another file gives another document id, the same file the same. */
    private static long seed(AnalysisResult result) {
        return result.provenance().inputs().stream()
                .findFirst()
                .map(input -> Long.parseUnsignedLong(input.sha256().substring(0, 16), 16))
                .orElse(0L);
    }
}
