package org.fiducial.web.instrument;

import org.fiducial.facility.status.Finding;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.facility.status.Level;
import org.fiducial.report.StateText;

/**
 * The state of an instrument as people see it: word and shape as well as colour.
 *
 * @param word stable word for styles, of the four that verdicts use
 * @param label the state in words
 * @param sign its shape
 * @param reason why
 * @param check address of the check or event the sentence rests on; may be empty
 */
public record StateView(String word, String label, String sign, StateText.Reason reason, String check) {

    /** Why, in one sentence. */
    public String because() {
        return reason.sentence();
    }

    static StateView of(InstrumentState state, StateText text) {
        String word = word(state.level());
        String evidence = state.decidingEvent()
                .map(logged -> "/events/" + logged.event().id())
                .or(() -> state.decidingFinding()
                        .flatMap(finding -> finding.bracket().before())
                        .map(check -> "/checks/" + check.id()))
                .orElse("");
        return new StateView(word, text.texts().text("state." + word), sign(state.level()), text.of(state), evidence);
    }

    /** The state of a light path by one protocol. */
    static StateView of(Finding finding, StateText text) {
        String word = word(finding.level());
        return new StateView(
                word,
                text.texts().text("state." + word),
                sign(finding.level()),
                text.of(finding),
                finding.bracket().before().map(check -> "/checks/" + check.id()).orElse(""));
    }

    /** The stable word of a level. */
    public static String word(Level level) {
        return switch (level) {
            case FINE -> "pass";
            case USABLE_WITH_CARE -> "warning";
            case DO_NOT_USE -> "fail";
            case UNKNOWN -> "not-evaluated";
        };
    }

    /** The shape of a level. */
    public static String sign(Level level) {
        return switch (level) {
            case FINE -> "●";
            case USABLE_WITH_CARE -> "▲";
            case DO_NOT_USE -> "■";
            case UNKNOWN -> "○";
        };
    }
}
