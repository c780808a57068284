package org.fiducial.report;

import org.fiducial.facility.judgement.VerdictLevel;

/**
 * A verdict as people see it: word, label and shape as well as colour.
 *
 * @param word stable word for styles, for instance {@code not-evaluated}
 * @param label the word people read
 * @param sign a shape of its own, for text without pictures
 */
public record VerdictView(String word, String label, String sign) {

    /** The view of a verdict. */
    public static VerdictView of(VerdictLevel level, Texts texts) {
        String sign =
                switch (level) {
                    case PASS -> "●";
                    case WARNING -> "▲";
                    case FAIL -> "■";
                    case NOT_EVALUATED -> "○";
                };
        return new VerdictView(level.word(), texts.text("verdict." + level.word()), sign);
    }
}
