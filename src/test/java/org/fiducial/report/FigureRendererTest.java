package org.fiducial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FigureRendererTest {

    private final FigureRenderer renderer = new FigureRenderer();

    static Stream<Figure> everyKind() {
        return SampleFigures.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void drawsEveryKindAsPngTwiceItsSize(Figure figure) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(renderer.png(figure, Theme.LIGHT)));

        assertThat(image.getWidth()).isEqualTo(2 * renderer.size(figure).width());
        assertThat(image.getHeight()).isEqualTo(2 * renderer.size(figure).height());
        assertThat(image.getRGB(1, 1) & 0xffffff).isEqualTo(0xffffff);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void drawsEveryKindAsSvgWithViewBoxAndTitle(Figure figure) {
        String svg = new String(renderer.svg(figure, Theme.DARK), StandardCharsets.UTF_8);

        assertThat(svg)
                .contains("viewBox=\"0 0 520 ")
                .containsPattern("<title\\s*>" + figure.caption().title())
                .doesNotContain("<script")
                .contains("Verdana");
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void theSameFigureGivesTheSameBytes(Figure figure) {
        assertThat(renderer.png(figure, Theme.LIGHT)).isEqualTo(renderer.png(figure, Theme.LIGHT));
        assertThat(renderer.svg(figure, Theme.LIGHT)).isEqualTo(renderer.svg(figure, Theme.LIGHT));
    }

    @Test
    void emptyFiguresAreDrawnEmpty() {
        Caption caption = new Caption("empty", "Empty", "");
        Axis axis = new Axis("x", "µm");
        List<Figure> empty = List.of(
                new Figure.Curves(caption, axis, axis, List.of(), List.of()),
                new Figure.Distribution(caption, axis, List.of(), List.of()),
                new Figure.FieldMap(caption, axis, axis, axis, List.of()),
                new Figure.FieldMap(caption, axis, axis, axis, List.of(), FigurePart.Marks.ARROWS),
                new Figure.Matrix(caption, List.of(), List.of()),
                new Figure.Panels(caption, axis, List.of()),
                new Figure.Panels(caption, axis, List.of(new FigurePart.Panel(axis, List.of(), List.of()))),
                new Figure.Gallery(caption, List.of()),
                new Figure.ImagePanel(caption, List.of(), 3));

        assertThat(empty).allSatisfy(figure -> assertThat(renderer.png(figure, Theme.LIGHT))
                .isNotEmpty());
    }

    @Test
    void anOblongPixelIsDrawnAsLongAsItIs() {
        Raster xz = Raster.of(10, 10, new float[100], 0.1, 0.3);
        Figure panel = new Figure.ImagePanel(
                new Caption("xz", "XZ", ""), List.of(new Tile("XZ", xz, Colours.GREY, List.of())), 1);
        Figure square = new Figure.ImagePanel(
                new Caption("xy", "XY", ""),
                List.of(new Tile("XY", Raster.of(10, 10, new float[100], 0.1, 0.1), Colours.GREY, List.of())),
                1);

        int frame = renderer.size(square).height() - 140;

        assertThat(renderer.size(panel).height() - frame)
                .as("10 pixels of 0.1 µm at 14 screen pixels each are 140 high; three times that")
                .isEqualTo(420);
    }

    @Test
    void numbersOfKeysSayAboutThreeDigits() {
        assertThat(Stream.of(0.0, 1234.5, 87.21, 0.5, 0.0000123, 12_345_678.0).map(Lettering::number))
                .containsExactly("0", "1235", "87.2", "0.5", "1.2e-05", "1.2e+07");
    }

    @Test
    void scaleBarsHaveRoundLengths() {
        assertThat(Stream.of(0.9, 1.0, 2.4, 7.0, 0.3, 130.0).map(ImageKey::roundLength))
                .containsExactly(0.5, 1.0, 2.0, 5.0, 0.2, 100.0);
    }

    @Test
    void longLabelsBreakBetweenWordsAndNeverBetweenNumberAndUnit() {
        List<String> lines = Lettering.wrap("neighbour at 0.41 µm", Lettering.regular(11f), 90, 3);

        assertThat(lines).containsExactly("neighbour at", "0.41\u00a0µm");
        assertThat(Lettering.wrap("a word toolongforthewidthofthecell", Lettering.regular(11f), 60, 2))
                .last()
                .asString()
                .endsWith("…");
    }
}
