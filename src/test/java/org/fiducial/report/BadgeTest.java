package org.fiducial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class BadgeTest {

    @Test
    void saysInTextAndTitleWhatItsColourSays() throws Exception {
        Document badge = read(Badge.svg("LSM 1", "fail", "■ do not use"));

        assertThat(badge.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("LSM 1: ■ do not use");
        assertThat(badge.getElementsByTagName("text").item(1).getTextContent()).isEqualTo("■ do not use");
        assertThat(badge.getDocumentElement().getAttribute("aria-labelledby")).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#00704f", "#8f5400", "#b5320f", "#57616c", "#2f363d"})
    void whiteLettersAreReadOnEveryColour(String colour) {
        // Contrast of WCAG 2.1: (1 + 0.05) / (L + 0.05) for white, with L the relative luminance of sRGB.
        double[] weights = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            luminance += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        assertThat(1.05 / (luminance + 0.05)).as(colour).isGreaterThanOrEqualTo(4.5);
        assertThat(List.of("pass", "warning", "fail", "other"))
                .anyMatch(word -> Badge.svg("x", word, "y").contains(colour));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<script>alert(1)</script>",
                "a&b\"c'",
                "\u0000\u0007\uFFFF",
                "\uD83D\uDD2C\uD83D\uDD2C",
                "\uD83D"
            })
    void isWellFormedWhateverTheName(String name) throws Exception {
        Document badge = read(Badge.svg(name.repeat(60), "pass", "● fine"));

        assertThat(badge.getElementsByTagName("script").getLength()).isZero();
        assertThat(Integer.parseInt(badge.getDocumentElement().getAttribute("width")))
                .isBetween(60, 400);
    }

    private static Document read(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
