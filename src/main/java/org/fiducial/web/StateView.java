package org.fiducial.web;

import java.util.Optional;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.report.Texts;

/**
 * The state of an instrument as people see it: word and shape as well as colour.
 *
 * @param word stable word for styles, of the four that verdicts use
 * @param label the state in words
 * @param sign its shape
 * @param because why, in one sentence
 * @param check address of the check the sentence rests on; may be empty
 */
public record StateView(String word, String label, String sign, String because, String check) {

    static StateView of(InstrumentState state, Texts texts) {
        Optional<CheckSummary> newest = state.newest();
        String word = word(state.level());
        return new StateView(
                word,
                texts.text("state." + word),
                sign(state.level()),
                state.because(),
                newest.map(check -> "/checks/" + check.id()).orElse(""));
    }

    /** The same state for another reason. */
    StateView because(String reason) {
        return new StateView(word, label, sign, reason, check);
    }

    private static String word(InstrumentState.Level level) {
        return switch (level) {
            case FINE -> "pass";
            case USABLE_WITH_CARE -> "warning";
            case DO_NOT_USE -> "fail";
            case UNKNOWN -> "not-evaluated";
        };
    }

    private static String sign(InstrumentState.Level level) {
        return switch (level) {
            case FINE -> "●";
            case USABLE_WITH_CARE -> "▲";
            case DO_NOT_USE -> "■";
            case UNKNOWN -> "○";
        };
    }
}
