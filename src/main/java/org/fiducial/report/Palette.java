package org.fiducial.report;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.fiducial.metrology.protocol.FigurePart.Tone;

/**
 * The colours of a theme. Series and tones are of the set by Okabe and Ito (2008), which people with any of the usual
 * colour visions tell apart, darkened or lightened to stand out from their ground.
 *
 * @param paper behind everything
 * @param ink text and axes
 * @param faint grid and frames
 * @param series colours of curves and groups, in order
 * @param tones colours by tone
 */
record Palette(Color paper, Color ink, Color faint, List<Color> series, Map<Tone, Color> tones) {

    private static final Palette LIGHT = new Palette(
            Color.WHITE,
            new Color(0x22272e),
            new Color(0xd5dae0),
            List.of(
                    new Color(0x0072b2),
                    new Color(0xd55e00),
                    new Color(0x009e73),
                    new Color(0xa8568a),
                    new Color(0x8a6d00),
                    new Color(0x3a8fbf)),
            Map.of(
                    Tone.NEUTRAL, new Color(0x5b6470),
                    Tone.THEORY, new Color(0x0072b2),
                    Tone.GOOD, new Color(0x007f5c),
                    Tone.WARNING, new Color(0xb36b00),
                    Tone.BAD, new Color(0xc8401a)));

    private static final Palette DARK = new Palette(
            new Color(0x171b21),
            new Color(0xe3e7ec),
            new Color(0x39414c),
            List.of(
                    new Color(0x56b4e9),
                    new Color(0xf08c3c),
                    new Color(0x2fc79c),
                    new Color(0xdd9cc0),
                    new Color(0xe8d44d),
                    new Color(0x9ecff2)),
            Map.of(
                    Tone.NEUTRAL, new Color(0xa4adb8),
                    Tone.THEORY, new Color(0x56b4e9),
                    Tone.GOOD, new Color(0x2fc79c),
                    Tone.WARNING, new Color(0xf0b13c),
                    Tone.BAD, new Color(0xff7a52)));

    Palette {
        series = List.copyOf(series);
        tones = Map.copyOf(tones);
    }

    static Palette of(Theme theme) {
        return theme == Theme.LIGHT ? LIGHT : DARK;
    }

    Color series(int index) {
        return series.get(index % series.size());
    }

    Color tone(Tone tone) {
        return tones.getOrDefault(tone, ink);
    }
}
