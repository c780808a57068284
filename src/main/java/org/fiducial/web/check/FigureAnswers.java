package org.fiducial.web.check;

import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.report.FigureRenderer;
import org.fiducial.report.LabelledFigures;
import org.fiducial.report.Texts;
import org.fiducial.report.Theme;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Route;

/** Draws the pictures of a result as they are asked for: {@code overview.svg} or {@code overview.png}, light or dark. */
public record FigureAnswers(FigureRenderer renderer, Texts texts) {

    /** The picture a request names in its path. */
    public Answer of(AnalysisResult result, Route.Request request, boolean lasting) {
        String file = request.path("file");
        int dot = file.lastIndexOf('.');
        if (dot < 0) {
            return new Answer.Nothing();
        }
        Theme theme = "dark".equals(request.query("theme")) ? Theme.DARK : Theme.LIGHT;
        return LabelledFigures.of(result, texts).stream()
                .filter(figure -> figure.caption().id().equals(file.substring(0, dot)))
                .findFirst()
                .map(figure -> drawn(figure, file.substring(dot + 1), theme, lasting))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer drawn(Figure figure, String type, Theme theme, boolean lasting) {
        return switch (type) {
            case "svg" -> new Answer.Content("image/svg+xml", renderer.svg(figure, theme), lasting);
            case "png" -> new Answer.Content("image/png", renderer.png(figure, theme), lasting);
            default -> new Answer.Nothing();
        };
    }
}
