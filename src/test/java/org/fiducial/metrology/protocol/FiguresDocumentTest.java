package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresDocumentTest {

    @Test
    void readsBackEveryKindOfFigureBitForBit() {
        List<Figure> figures = SampleFigures.oneOfEach();

        assertThat(FiguresDocument.read(FiguresDocument.write(figures))).isEqualTo(figures);
    }

    @Test
    void writesTheSameBytesAgain() {
        byte[] first = FiguresDocument.write(SampleFigures.oneOfEach());

        assertThat(FiguresDocument.write(FiguresDocument.read(first))).isEqualTo(first);
    }

    @Test
    void packsASmoothImageIntoLessThanItsFloats() {
        float[] pixels = new float[64 * 64];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 100 + i % 64;
        }
        Figure.Gallery gallery = new Figure.Gallery(
                new FigurePart.Caption("smooth", "Smooth", ""),
                List.of(new FigurePart.Tile(
                        "XY", Raster.of(64, 64, pixels, 0.1, 0.1), FigurePart.Colours.GREY, List.of())));

        assertThat(FiguresDocument.write(List.of(gallery))).hasSizeLessThan(pixels.length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "figures:1 | figures:9 | holds no figures this version reads",
                "image-panel | hologram | a kind of figure",
                "\"width\":3 | \"width\":300 | 600 values",
                "\"width\":3 | \"width\":99999999 | small image",
                "float32\":\"e | float32\":\"* | damaged",
                "\"at\":50.0 | \"at\":\"fifty\" | a number"
            })
    void refusesADamagedDocumentInOneSentence(String sound, String damaged, String said) {
        String json = new String(FiguresDocument.write(SampleFigures.oneOfEach()), StandardCharsets.UTF_8);
        assertThat(json).contains(sound);

        assertThatThrownBy(
                        () -> FiguresDocument.read(json.replace(sound, damaged).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(said);
    }
}
